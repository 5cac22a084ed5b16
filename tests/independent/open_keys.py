#!/usr/bin/python3
"""Opens the `keys` of a casebook by what storage/vault/README.md says about its bytes, and by nothing else.

    open_keys.py KEYS --password-file FILE        the first line of FILE is the password
    open_keys.py KEYS --recovery-code CODE
    open_keys.py --sheet TEXT --recovery-code CODE     without any `keys`

Prints what `keys` says and the subkeys, one to a line: `record_database 64 hex digits`. Whoever sees them can read the
casebook. Needs python3-argon2 and python3-nacl.
"""

import argparse
import hashlib
import struct
import sys
import unicodedata

from argon2.low_level import Type, hash_secret_raw
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt
from nacl.exceptions import CryptoError

HEAD = struct.Struct("<8sIIQ16sQ32sI")
SLOT = struct.Struct("<B3sIII16s24s80s")
PASSWORD, RECOVERY = 1, 2
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SUBKEYS = {"record_database": (1, "vault"), "private_database": (2, "drawer"), "keys_mac": (3, "vault"),
           "row_macs": (4, "vault"), "chain_macs": (5, "vault"), "exports": (6, "vault")}


class Refused(Exception):
    """The bytes are not as documented, or the secret opens nothing."""


def require(holds, what):
    if not holds:
        raise Refused(what)


def blake2b(content, key=b""):
    return hashlib.blake2b(content, digest_size=32, key=key).digest()


def subkey(key, number):
    return hashlib.blake2b(b"", digest_size=32, key=key, salt=struct.pack("<QQ", number, 0),
                           person=b"Mendline" + bytes(8)).digest()


class Slot:
    def __init__(self, content):
        self.kind, padding, self.person, self.passes, self.memory, self.salt, self.nonce, self.sealed = \
            SLOT.unpack(content)
        self.head = content[:56]
        require(self.kind in (PASSWORD, RECOVERY) and padding == bytes(3) and self.person >= 1, "slot")
        require(1 <= self.passes <= 64 and 65536 <= self.memory <= 2097152, "cost")

    def open(self, secret, casebook):
        """The vault key and the drawer key; nothing when the secret is another."""
        key = hash_secret_raw(secret, self.salt, self.passes, self.memory, 1, 32, Type.ID, 19)
        try:
            both = crypto_aead_xchacha20poly1305_ietf_decrypt(self.sealed, self.head + casebook, self.nonce, key)
        except CryptoError:
            return None
        return {"person": self.person, "vault": both[:32], "drawer": both[32:]}


def normal_password(password):
    return unicodedata.normalize("NFKC", password).encode()


def values_of(text):
    capitals = text.upper().replace("O", "0").replace("I", "1").replace("L", "1")
    kept = [letter for letter in capitals if letter not in " -\r\n\t"]
    require(all(letter in LETTERS for letter in kept), "letter")
    return [LETTERS.index(letter) for letter in kept]


def times(a, b):
    """In the field of 32 elements with x^5 + x^2 + 1."""
    product = 0
    for bit in range(5):
        if b >> bit & 1:
            product ^= a << bit
    for bit in range(8, 4, -1):
        if product >> bit & 1:
            product ^= 0b100101 << (bit - 5)
    return product


def recovery_secret(code):
    values = values_of(code)
    require(len(values) == 40, "length of the code")
    secret = ""
    for group in range(8):
        *four, check = values[5 * group:5 * group + 5]
        wanted = group + 1
        for weight, value in zip((16, 8, 4, 2), four):
            wanted ^= times(weight, value)
        require(check == wanted, f"group {group + 1} of the code")
        secret += "".join(LETTERS[value] for value in four)
    return secret.encode()


def slot_of_sheet(text):
    mark, letters = "".join(text.split()).split(":")
    require(mark == "MENDLINE1", "mark of the sheet")
    bits = "".join(f"{value:05b}" for value in values_of(letters))
    content = bytes(int(bits[at:at + 8], 2) for at in range(0, len(bits) - 7, 8))
    require(len(content) == 16 + 136 + 4, "length of the sheet's letters")
    require(blake2b(content[:-4])[:4] == content[-4:], "checksum of the sheet's letters")
    return content[:16], Slot(content[16:-4])


def open_keys(content, kind, secret):
    require(len(content) >= HEAD.size and content[:8] == b"MendKeys", "not a file of keys")
    _, form, count, generation, casebook, act, act_mac, next_person = HEAD.unpack_from(content)
    require(form == 1 and 1 <= count <= 64 and len(content) == 84 + 136 * count + 68, "length")
    end = 84 + 136 * count
    require(content[end:end + 32] == blake2b(content[:end]), "checksum")
    for place in range(84, end, 136):
        slot = Slot(content[place:place + 136])
        require(slot.person < next_person, "person")
        keys = slot.open(secret, casebook) if slot.kind == kind else None
        if keys is None:
            continue
        mac_key = subkey(keys["vault"], 3)
        require(content[end + 32:end + 64] == blake2b(content[:end + 32], key=mac_key), "MAC")
        print("generation", generation)
        print("last_act", act, act_mac.hex())
        print("next_person", next_person)
        return keys
    raise Refused("no slot opens")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("keys", nargs="?")
    options.add_argument("--password-file")
    options.add_argument("--recovery-code")
    options.add_argument("--sheet")
    given = options.parse_args()
    try:
        if given.sheet:
            casebook, slot = slot_of_sheet(given.sheet)
            keys = slot.open(recovery_secret(given.recovery_code), casebook)
            require(keys is not None, "sheet and code do not belong together")
        else:
            if given.password_file:
                with open(given.password_file, encoding="utf-8") as file:
                    kind, secret = PASSWORD, normal_password(file.readline().rstrip("\r\n"))
            else:
                kind, secret = RECOVERY, recovery_secret(given.recovery_code)
            with open(given.keys, "rb") as file:
                keys = open_keys(file.read(), kind, secret)
    except Refused as refused:
        print(f"refused: {refused}", file=sys.stderr)
        return 1
    print("person", keys["person"])
    for name, (number, source) in SUBKEYS.items():
        print(name, subkey(keys[source], number).hex())
    return 0


if __name__ == "__main__":
    sys.exit(main())
