#include "storage/vault/secret_text.h"

#include <sodium.h>

namespace storage::vault {

SecretText::~SecretText()
{
    sodium_memzero(letters_.data(), letters_.size());
}

} // namespace storage::vault
