#!/usr/bin/python3
"""Makes a casebook with the program and opens it without the program, by its written format.

    check.py MENDLINE_CLI

`keys` is opened by open_keys.py with the password, with the recovery code, and from the printed sheet alone; each time
the plain sqlcipher shell then reads `record.db` with the key that came out. Wrong secrets, changed bytes and wrong keys
must not open. Then seals.py recomputes every seal and the chain of acts of an invented practice; one changed byte, of a
record or of the encoding, must be seen. Skips aloud (status 77) where a package is missing.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import seals

HERE = pathlib.Path(__file__).resolve().parent
RECORD_KIND, PRIVATE_KIND = 0x4D6E6472, 0x4D6E6470
# What the invented practice has rows of.
FILLED = {"administration", "client", "episode", "goal", "latest_form", "level_of_care_span", "note", "note_modality",
          "note_section", "note_technique", "notice", "notice_review", "practice", "rating", "score", "session_tally",
          "therapist"}
PASSWORD = "Über den \ufb01ligranen Dächern"  # In form NFKC it is other bytes.


def missing():
    for module, package in (("argon2", "python3-argon2"), ("nacl", "python3-nacl")):
        if subprocess.run(["/usr/bin/python3", "-c", f"import {module}"], capture_output=True).returncode != 0:
            yield package
    for program, package in (("sqlcipher", "sqlcipher"), ("pdftotext", "poppler-utils")):
        if shutil.which(program) is None:
            yield package


def open_keys(*arguments):
    """What open_keys.py prints, by name; nothing when it refuses."""
    done = subprocess.run(["/usr/bin/python3", HERE / "open_keys.py", *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        assert done.stderr.startswith("refused: "), done.stderr
        return None
    return dict(line.split(" ", 1) for line in done.stdout.splitlines())


def read(database, key):
    """The file's application id and its tables as the plain shell sees them; nothing when the key is another."""
    script = f"""PRAGMA key = "x'{key}'"; PRAGMA cipher_page_size = 4096;
                 PRAGMA application_id; SELECT name FROM sqlite_master WHERE type = 'table';"""
    shell = subprocess.run(["sqlcipher", "-batch", database], input=script, capture_output=True, text=True)
    return shell.stdout.split()


def assert_opens(database, key, kind):
    seen = read(database, key)
    assert seen and int(seen[0]) == kind, f"{database.name}: {seen}"
    assert kind != RECORD_KIND or "client" in seen[1:], seen


def printed_sheet(pdf):
    """The code and the letters of the slot, as they stand on the page."""
    page = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    between = page.split("Your recovery code")[1].split("Capital")[0]
    code = "-".join(re.findall(r"\b[0-9A-Z]{5}\b", between))
    letters = re.search(r"MENDLINE1:[0-9A-Z\s]+?\n\s*\n", page).group(0)
    return code, letters


def check(program, folder):
    casebook, sheet, password = folder / "A.casebook", folder / "sheet.pdf", folder / "password"
    password.write_text(PASSWORD + "\n", encoding="utf-8")
    subprocess.run([program, "new", casebook, "--recovery-out", sheet, "--password-file", password], check=True,
                   capture_output=True)
    keys, record = casebook / "keys", casebook / "record.db"

    by_password = open_keys(keys, "--password-file", password)
    assert by_password and by_password["person"] == "1" and by_password["next_person"] == "2"
    assert_opens(record, by_password["record_database"], RECORD_KIND)
    assert_opens(casebook / "private.db", by_password["private_database"], PRIVATE_KIND)

    code, letters = printed_sheet(sheet)
    assert open_keys(keys, "--recovery-code", code) == by_password
    from_paper = open_keys("--sheet", letters, "--recovery-code", code)
    assert_opens(record, from_paper["record_database"], RECORD_KIND)
    assert from_paper["private_database"] == by_password["private_database"]

    assert read(record, by_password["exports"]) == [], "a wrong key must open nothing"
    password.write_text("another\n", encoding="utf-8")
    assert open_keys(keys, "--password-file", password) is None
    assert open_keys("--sheet", letters.replace("MENDLINE1:", "MENDLINE1:0"), "--recovery-code", code) is None
    good = keys.read_bytes()
    for place in (9, 20, 30, 60, 82, 130, len(good) - 50, len(good) - 6):
        changed = bytearray(good)
        changed[place] ^= 1
        keys.write_bytes(changed)
        assert open_keys(keys, "--recovery-code", code) is None, f"byte {place} may be anything"


def check_seals(program, folder):
    casebook, password = folder / "Demo.casebook", folder / "password of the demo"
    password.write_text(PASSWORD + "\n", encoding="utf-8")
    subprocess.run([program, "demo", casebook, "--password-file", password, "--clients", "3", "--sessions", "20",
                    "--as-of", "2026-11-20"], check=True, capture_output=True)
    keys, record = open_keys(casebook / "keys", "--password-file", password), casebook / "record.db"

    counts, faults = seals.check_record(record, keys)
    assert not faults, faults
    assert FILLED <= {table for table, rows in counts.items() if rows > 0}, counts

    for name in seals.TYPES:
        seals.TYPES[name] ^= 16
        _, faults = seals.check_record(record, keys)
        assert (len(faults) > 0) == (name != "blob"), f"the type {name} may be written as anything"
        seals.TYPES[name] ^= 16

    seals.shell(record, keys["record_database"], """
        DROP TRIGGER act_log_is_not_changed;
        UPDATE act_log SET person = 2 WHERE number = 5;
        UPDATE client SET pronouns = pronouns || '.' WHERE id = 1;""")
    _, faults = seals.check_record(record, keys)
    assert faults == ["act 5", "client 1"], faults


def main():
    absent = sorted(set(missing()))
    if absent:
        print("SKIPPED: needs", *absent)
        return 77
    with tempfile.TemporaryDirectory() as folder:
        check(sys.argv[1], pathlib.Path(folder))
        check_seals(sys.argv[1], pathlib.Path(folder))
    print("keys and records open, and seals and acts are right, by the written format alone")
    return 0


if __name__ == "__main__":
    sys.exit(main())
