"""Recomputes the seals of a record's rows and the chain of its acts by what storage/vault/README.md says about their
bytes, and by nothing else. It reads the record with the plain sqlcipher shell.
"""

import hashlib
import struct
import subprocess

TYPES = {"integer": 1, "real": 2, "text": 3, "blob": 4}
WRITTEN, REMOVED = 1, 2


def number(value, width=8):
    return (value % 2 ** (8 * width)).to_bytes(width, "little")


def shell(database, key, sql):
    """The lines that the shell prints; it stops at the first error."""
    script = f"""PRAGMA key = "x'{key}'";\nPRAGMA cipher_page_size = 4096;\n{sql}\n"""
    done = subprocess.run(["sqlcipher", "-batch", "-bail", database], input=script, capture_output=True, text=True)
    assert done.returncode == 0 and not done.stderr, done.stderr
    return done.stdout.splitlines()


def columns_of(database, key, table):
    """The name of the table's key, and those of all columns in their order."""
    told = [line.split("|") for line in shell(database, key, f"PRAGMA table_info({table});")]
    return next(column[1] for column in told if column[5] == "1"), [column[1] for column in told]


def rows_of(database, key, table, order):
    """Each row as a dictionary of its columns: pairs of a type and the value as Python has it."""
    _, columns = columns_of(database, key, table)
    # In hexadecimal digits no text can hold what separates two columns.
    shown = ", ".join(f"typeof({c}), CASE typeof({c}) WHEN 'integer' THEN {c} WHEN 'real' THEN printf('%!.20g', {c})"
                      f" ELSE hex({c}) END" for c in columns)
    for line in shell(database, key, f"SELECT {shown} FROM {table} ORDER BY {order};"):
        parts = line.split("|")
        pairs = zip(parts[0::2], parts[1::2])
        read = {"integer": int, "real": float, "text": bytes.fromhex, "blob": bytes.fromhex, "null": lambda _: None}
        yield dict(zip(columns, ((kind, read[kind](text)) for kind, text in pairs)))


def value(kind, content):
    mark = number(TYPES[kind], 1)
    if kind == "integer":
        return mark + number(content)
    if kind == "real":
        return mark + struct.pack("<d", content)
    return mark + number(len(content)) + content


def seal_of(key, table, key_column, row):
    covered = value("text", table.encode()) + value(*row[key_column]) + value(*row["act"])
    covered += b"".join(value("text", name.encode()) + value(*row[name]) for name in sorted(row)
                        if name not in (key_column, "act", "seal") and row[name][0] != "null")
    return hashlib.blake2b(covered, digest_size=16, key=key).digest()


def optional(pair):
    kind, content = pair
    return number(0 if kind == "null" else 1, 1) + number(content or 0)


def mac_of(key, entry):
    kind, written = entry["kind"][1], entry["written"][1]
    covered = entry["mac_before"][1] + number(entry["done_at"][1]) + number(entry["person"][1])
    covered += number(len(kind), 1) + kind + optional(entry["client_id"]) + optional(entry["record_id"])
    covered += number(len(written)) + written
    return hashlib.blake2b(covered, digest_size=32, key=key).digest()


def rows_written(written):
    """(table, key, seal) of each row in an entry's list; no seal for one that was removed."""
    at = 0
    while at < len(written):
        mark, length = written[at], written[at + 1]
        table = written[at + 2:at + 2 + length].decode()
        at += 2 + length
        row = int.from_bytes(written[at:at + 8], "little", signed=True)
        at += 8
        assert mark in (WRITTEN, REMOVED), mark
        yield table, row, written[at:at + 16] if mark == WRITTEN else None
        at += 16 if mark == WRITTEN else 0


def check_record(database, keys):
    """How many rows each table has, and what is not as documented: `goal 1`, `act 5`."""
    key, row_key, chain_key = keys["record_database"], *(bytes.fromhex(keys[n]) for n in ("row_macs", "chain_macs"))
    faults, expected, before = [], {}, bytes(32)
    for place, entry in enumerate(rows_of(database, key, "act_log", "number"), 1):
        fits = entry["number"] == ("integer", place) and entry["mac_before"] == ("blob", before)
        before = entry["mac"][1]
        if not fits or before != mac_of(chain_key, entry):
            faults.append(f"act {place}")
        if str(place) == keys["last_act"].split()[0] and before.hex() != keys["last_act"].split()[1]:
            faults.append("head")
        expected.update({(table, row): seal for table, row, seal in rows_written(entry["written"][1])})
    counts = {}
    for table in shell(database, key, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name;"):
        key_column, columns = columns_of(database, key, table) if not table.startswith("sqlite_") else ("", [])
        if "seal" not in columns:
            continue
        counts[table] = 0
        for row in rows_of(database, key, table, key_column):
            counts[table] += 1
            seal = row["seal"][1]
            listed = expected.pop((table, row[key_column][1]), None)
            if seal != seal_of(row_key, table, key_column, row) or seal != listed:
                faults.append(f"{table} {row[key_column][1]}")
    faults += [f"{table} {row}" for (table, row), seal in expected.items() if seal is not None]
    return counts, faults
