-- Every table of the record says of each row which act wrote it and carries the row's seal (storage/seals.h). Both are
-- filled in right after the row is inserted.

-- The log of acts: one chain, never contents. Order is by number, whatever the clock said.

CREATE TABLE act_log (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    done_at INTEGER NOT NULL,
    person INTEGER NOT NULL,
    kind TEXT NOT NULL,
    client_id INTEGER,       -- No reference: what was logged stands, whatever becomes of the client's row.
    record_id INTEGER,       -- What it concerned, or a count where the kind says so.
    written BLOB NOT NULL,   -- Table, id and seal of each row it wrote or removed.
    mac_before BLOB NOT NULL, -- Of the entry before; zeros in the first.
    mac BLOB NOT NULL         -- Over all this.
);

CREATE INDEX act_by_client ON act_log (client_id, number) WHERE client_id IS NOT NULL;

-- The practice and the person who writes.

CREATE TABLE practice (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    name TEXT NOT NULL,
    address TEXT NOT NULL
);

CREATE TABLE therapist (
    id INTEGER PRIMARY KEY,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    name TEXT NOT NULL,
    credentials TEXT NOT NULL,
    licence_number TEXT NOT NULL
);

CREATE TABLE setting (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    lock_after_minutes INTEGER NOT NULL CHECK (lock_after_minutes BETWEEN 1 AND 60),
    month_comes_first INTEGER NOT NULL CHECK (month_comes_first IN (0, 1)),
    clock_has_12_hours INTEGER NOT NULL CHECK (clock_has_12_hours IN (0, 1))
);

-- Where somebody was when the casebook was locked, and what they had typed. It points at nothing, because it must be
-- possible to read it whatever happened since; it is gone once the casebook is unlocked.

CREATE TABLE left_open (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    client_id INTEGER,
    tab INTEGER NOT NULL,
    note_id INTEGER,
    draft_id INTEGER,
    is_starting_note INTEGER NOT NULL,
    is_adding_client INTEGER NOT NULL,
    names_are_hidden INTEGER NOT NULL,
    focus_tab INTEGER NOT NULL,
    focus TEXT NOT NULL,
    caret INTEGER NOT NULL
);

CREATE TABLE left_typed (
    id INTEGER PRIMARY KEY,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    tab INTEGER NOT NULL,
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    is_kept INTEGER NOT NULL
);

-- Clients and their care. AUTOINCREMENT: the number of a client who was erased, and of what was theirs, must not come to
-- mean another one's.

CREATE TABLE client (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    code TEXT NOT NULL CHECK (trim(code) <> ''),
    code_key TEXT NOT NULL UNIQUE, -- The same for all spellings of a code (storage/client_code.h).
    name TEXT NOT NULL,
    preferred_name TEXT NOT NULL,
    pronouns TEXT NOT NULL,
    born_on TEXT CHECK (born_on IS date(born_on, '+0 days')),
    contact TEXT NOT NULL,
    emergency_contact TEXT NOT NULL,
    guardian TEXT NOT NULL,
    referrer TEXT NOT NULL,
    reason_for_care TEXT NOT NULL,
    diagnosis TEXT NOT NULL,
    consents TEXT NOT NULL,
    safety_plan TEXT NOT NULL
);

-- What the details said before they were changed, or those of a client who was merged into this one.

CREATE TABLE client_version (
    id INTEGER PRIMARY KEY,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    client_id INTEGER NOT NULL REFERENCES client (id),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    preferred_name TEXT NOT NULL,
    pronouns TEXT NOT NULL,
    born_on TEXT CHECK (born_on IS date(born_on, '+0 days')),
    contact TEXT NOT NULL,
    emergency_contact TEXT NOT NULL,
    guardian TEXT NOT NULL,
    referrer TEXT NOT NULL,
    reason_for_care TEXT NOT NULL,
    diagnosis TEXT NOT NULL,
    consents TEXT NOT NULL,
    safety_plan TEXT NOT NULL,
    is_of_merged INTEGER NOT NULL CHECK (is_of_merged IN (0, 1)),
    replaced_at INTEGER NOT NULL,
    author TEXT NOT NULL
);

CREATE INDEX version_by_client ON client_version (client_id);

-- Clients who turned out to be another one. Their numbers stand in the log of acts.

CREATE TABLE client_merge (
    id INTEGER PRIMARY KEY,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    into_client_id INTEGER NOT NULL REFERENCES client (id),
    from_client_id INTEGER NOT NULL,
    code TEXT NOT NULL,
    code_key TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    author TEXT NOT NULL,
    merged_at INTEGER NOT NULL
);

CREATE INDEX merge_by_client ON client_merge (into_client_id);

CREATE INDEX merge_by_code ON client_merge (code_key);

-- Clients whose record was taken out. Only what stands here may be removed of what was signed.

CREATE TABLE erasure (
    client_id INTEGER PRIMARY KEY,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    code TEXT NOT NULL,
    ground TEXT NOT NULL CHECK (ground IN ('added_by_mistake', 'retention_ended', 'legal_duty')),
    reason TEXT NOT NULL CHECK (ground = 'added_by_mistake' OR trim(reason) <> ''),
    author TEXT NOT NULL,
    erased_at INTEGER NOT NULL,
    notes INTEGER NOT NULL,
    forms INTEGER NOT NULL,
    former_codes TEXT NOT NULL -- Of the clients who had been merged into this one, a line each.
);

-- Notes that were signed in the record of another client, marked in error there, and erased with the client whose they
-- were.

CREATE TABLE erased_note (
    note_id INTEGER PRIMARY KEY,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    client_id INTEGER NOT NULL REFERENCES erasure (client_id)
);

CREATE TABLE episode (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    client_id INTEGER NOT NULL REFERENCES client (id),
    admitted_on TEXT NOT NULL CHECK (admitted_on IS date(admitted_on, '+0 days')),
    is_admission_assumed INTEGER NOT NULL DEFAULT 0 CHECK (is_admission_assumed IN (0, 1)), -- From the first score.
    discharged_on TEXT CHECK (discharged_on IS date(discharged_on, '+0 days')),
    discharge_reason TEXT NOT NULL DEFAULT '',
    CHECK (discharged_on IS NULL OR discharged_on >= admitted_on)
);

CREATE INDEX episode_by_client ON episode (client_id, admitted_on);

CREATE UNIQUE INDEX one_open_episode_per_client ON episode (client_id) WHERE discharged_on IS NULL;

-- What an admission or a discharge said before it was put right.

CREATE TABLE episode_correction (
    id INTEGER PRIMARY KEY,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    episode_id INTEGER NOT NULL REFERENCES episode (id),
    corrected TEXT NOT NULL CHECK (corrected IN ('admission', 'discharge', 'level_of_care')),
    was_on TEXT NOT NULL CHECK (was_on IS date(was_on, '+0 days')),
    level TEXT CHECK (level IN ('outpatient', 'intensive', 'inpatient')),
    reason TEXT NOT NULL, -- That of before.
    why TEXT NOT NULL CHECK (trim(why) <> ''),
    author TEXT NOT NULL,
    corrected_at INTEGER NOT NULL,
    CHECK ((corrected = 'level_of_care') = (level IS NOT NULL))
);

CREATE INDEX correction_by_episode ON episode_correction (episode_id);

CREATE TABLE level_of_care_span (
    id INTEGER PRIMARY KEY,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    episode_id INTEGER NOT NULL REFERENCES episode (id),
    starts_on TEXT NOT NULL CHECK (starts_on IS date(starts_on, '+0 days')),
    level TEXT NOT NULL CHECK (level IN ('outpatient', 'intensive', 'inpatient')),
    reason TEXT NOT NULL,
    review_on TEXT CHECK (review_on IS date(review_on, '+0 days')),
    UNIQUE (episode_id, starts_on)
);

-- What the caseload shows of each client, kept as sessions and forms come in: it is read at every opening, and must not
-- grow with the number of notes.

CREATE TABLE session_tally (
    client_id INTEGER PRIMARY KEY REFERENCES client (id),
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    sessions INTEGER NOT NULL, -- Signed and not in error.
    last_on TEXT CHECK (last_on IS date(last_on, '+0 days')) -- The last of them that the client attended.
);

CREATE TABLE latest_form (
    id INTEGER PRIMARY KEY,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    client_id INTEGER NOT NULL REFERENCES client (id),
    measure TEXT NOT NULL,
    taken_on TEXT NOT NULL CHECK (taken_on IS date(taken_on, '+0 days')),
    UNIQUE (client_id, measure)
);

-- Ways of working that the practice added to those that ship.

CREATE TABLE modality (
    id INTEGER PRIMARY KEY,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    code TEXT NOT NULL UNIQUE CHECK (trim(code) <> ''),
    name TEXT NOT NULL
);

CREATE TABLE modality_technique (
    id INTEGER PRIMARY KEY,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    modality_id INTEGER NOT NULL REFERENCES modality (id),
    name TEXT NOT NULL
);

CREATE INDEX technique_by_modality ON modality_technique (modality_id);

-- Goals. A goal is closed, never deleted.

CREATE TABLE goal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    client_id INTEGER NOT NULL REFERENCES client (id),
    wording TEXT NOT NULL,
    family TEXT NOT NULL,
    agreed_on TEXT NOT NULL CHECK (agreed_on IS date(agreed_on, '+0 days')),
    closed_on TEXT CHECK (closed_on IS date(closed_on, '+0 days')),
    closing_reason TEXT NOT NULL DEFAULT '',
    entered_at INTEGER NOT NULL DEFAULT 0, -- On that day a wrong word is corrected; later other words are a rewording.
    CHECK (closed_on IS NULL OR closed_on >= agreed_on)
);

CREATE INDEX goal_by_client ON goal (client_id, agreed_on);

-- The words that a goal had before it was reworded; the present ones stand in `goal`.

CREATE TABLE goal_wording (
    id INTEGER PRIMARY KEY,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    goal_id INTEGER NOT NULL REFERENCES goal (id),
    wording TEXT NOT NULL,
    until_on TEXT NOT NULL CHECK (until_on IS date(until_on, '+0 days')) -- The first day of other words.
);

CREATE INDEX wording_by_goal ON goal_wording (goal_id);

-- A note that is still being written, in one piece, so that saving it writes one row. AUTOINCREMENT: the id of a draft
-- that is gone must not come to mean another one.

CREATE TABLE draft (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    client_id INTEGER NOT NULL REFERENCES client (id),
    held_on TEXT NOT NULL CHECK (held_on IS date(held_on, '+0 days')), -- As `content` says; so that lists hold without
    starts_at INTEGER NOT NULL,                                        -- reading it, and where its zone is not known.
    content TEXT NOT NULL,
    caret_section TEXT NOT NULL
        CHECK (caret_section IN ('data', 'subjective', 'objective', 'assessment', 'note', 'plan')),
    caret_position INTEGER NOT NULL,
    saved_at INTEGER NOT NULL,
    save_number INTEGER NOT NULL UNIQUE -- Which was saved last; a clock can be set back.
);

CREATE INDEX draft_by_client ON draft (client_id);

-- Signed notes: inserted once, whole.

CREATE TABLE note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    client_id INTEGER NOT NULL REFERENCES client (id),
    held_on TEXT NOT NULL CHECK (held_on IS date(held_on, '+0 days')),
    clock_minutes INTEGER NOT NULL CHECK (clock_minutes BETWEEN 0 AND 1439), -- As the clock in `zone` showed it.
    zone TEXT NOT NULL,
    starts_at INTEGER NOT NULL, -- The same moment in UTC seconds.
    length_minutes INTEGER NOT NULL CHECK (length_minutes BETWEEN 1 AND 1440),
    format TEXT NOT NULL CHECK (format IN ('in_person', 'video', 'phone')),
    attendance TEXT NOT NULL
        CHECK (attendance IN ('attended', 'cancelled', 'late_cancelled', 'no_show', 'cancelled_by_therapist')),
    level_of_care TEXT NOT NULL CHECK (level_of_care IN ('outpatient', 'intensive', 'inpatient')),
    form TEXT NOT NULL CHECK (form IN ('dap', 'soap', 'free')),
    opening TEXT NOT NULL, -- The first words, so that a list need not read the texts.
    risk_level TEXT NOT NULL
        CHECK (risk_level IN ('not_asked', 'none', 'passive_thoughts', 'ideation', 'plan', 'intent', 'attempt')),
    risk_dissociation INTEGER NOT NULL CHECK (risk_dissociation IN (0, 1)),
    risk_actions TEXT NOT NULL,
    homework TEXT NOT NULL,
    first_written_for TEXT NOT NULL DEFAULT '', -- The code of the client for whom it was signed by mistake.
    first_written_as INTEGER, -- The note that was signed by mistake; no reference, as it may be erased.
    author_name TEXT NOT NULL CHECK (trim(author_name) <> ''),
    author_credentials TEXT NOT NULL CHECK (trim(author_credentials) <> ''),
    author_licence_number TEXT NOT NULL CHECK (trim(author_licence_number) <> ''),
    signed_at INTEGER NOT NULL
);

CREATE INDEX note_by_client ON note (client_id, starts_at, held_on, attendance);

CREATE TABLE note_section (
    id INTEGER PRIMARY KEY,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    note_id INTEGER NOT NULL REFERENCES note (id),
    kind TEXT NOT NULL CHECK (kind IN ('data', 'subjective', 'objective', 'assessment', 'note', 'plan')),
    text TEXT NOT NULL,
    UNIQUE (note_id, kind)
);

CREATE TABLE note_modality (
    id INTEGER PRIMARY KEY,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    note_id INTEGER NOT NULL REFERENCES note (id),
    modality TEXT NOT NULL,
    UNIQUE (note_id, modality)
);

CREATE TABLE note_technique (
    id INTEGER PRIMARY KEY,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    note_id INTEGER NOT NULL REFERENCES note (id),
    modality TEXT NOT NULL,
    name TEXT NOT NULL
);

CREATE INDEX technique_by_note ON note_technique (note_id);

CREATE TABLE rating (
    id INTEGER PRIMARY KEY,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    note_id INTEGER NOT NULL REFERENCES note (id),
    goal_id INTEGER NOT NULL REFERENCES goal (id),
    by_therapist INTEGER CHECK (by_therapist BETWEEN 0 AND 10),
    by_client INTEGER CHECK (by_client BETWEEN 0 AND 10),
    UNIQUE (note_id, goal_id)
);

CREATE INDEX rating_by_goal ON rating (goal_id, by_client); -- Whether a client ever rated a goal is asked at opening.

CREATE TABLE addendum (
    id INTEGER PRIMARY KEY,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    note_id INTEGER NOT NULL REFERENCES note (id),
    text TEXT NOT NULL CHECK (trim(text) <> ''),
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    author TEXT NOT NULL CHECK (author <> ''),
    written_at INTEGER NOT NULL
);

CREATE INDEX addendum_by_note ON addendum (note_id);

CREATE TABLE note_error (
    note_id INTEGER PRIMARY KEY REFERENCES note (id),
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    author TEXT NOT NULL CHECK (author <> ''),
    marked_at INTEGER NOT NULL,
    drafted_for TEXT NOT NULL DEFAULT '' -- The code of the client for whom a draft was made of it.
);

-- Measures of the practice's own, and what clients have filled in.

CREATE TABLE measure_definition (
    id INTEGER PRIMARY KEY,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    code TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0), -- The last one counts; forms are of one alone.
    json TEXT NOT NULL,
    UNIQUE (code, revision)
);

CREATE TABLE measure_retirement (
    id INTEGER PRIMARY KEY,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    code TEXT NOT NULL UNIQUE
);

CREATE TABLE administration (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    client_id INTEGER NOT NULL REFERENCES client (id),
    measure TEXT NOT NULL,
    taken_on TEXT NOT NULL CHECK (taken_on IS date(taken_on, '+0 days')),
    order_on_day INTEGER NOT NULL CHECK (order_on_day >= 0), -- Among those of one day.
    answers TEXT, -- In the order of the form, between semicolons, nothing where unanswered: 3;2;;1
    total REAL,
    definition_revision INTEGER NOT NULL DEFAULT 0, -- By which the scores were made; 0 for a measure that ships.
    entered_at INTEGER NOT NULL,
    CHECK ((answers IS NULL) <> (total IS NULL))
);

CREATE INDEX administration_by_client ON administration (client_id, measure, taken_on, order_on_day);

CREATE TABLE score (
    id INTEGER PRIMARY KEY,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    administration_id INTEGER NOT NULL REFERENCES administration (id),
    scale TEXT NOT NULL,
    value REAL, -- Nothing when too much was left unanswered.
    answered INTEGER NOT NULL,
    asked INTEGER NOT NULL,
    is_prorated INTEGER NOT NULL CHECK (is_prorated IN (0, 1)),
    must_ask TEXT NOT NULL, -- Item ids between semicolons.
    UNIQUE (administration_id, scale)
);

CREATE TABLE administration_error (
    administration_id INTEGER PRIMARY KEY REFERENCES administration (id),
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    author TEXT NOT NULL CHECK (author <> ''),
    marked_at INTEGER NOT NULL
);

-- Notices stay in sight until a person has reviewed them. What raised one is a draft, then its note, or a filling-in;
-- a draft that is discarded or moved leaves its notice behind without it.

CREATE TABLE notice (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    client_id INTEGER NOT NULL REFERENCES client (id),
    kind TEXT NOT NULL
        CHECK (kind IN ('risk_answer', 'risk_not_asked', 'risk_in_note', 'criteria_met', 'worse_since', 'earlier_answers')),
    measure TEXT NOT NULL,
    item INTEGER NOT NULL,
    answer INTEGER CHECK ((answer IS NOT NULL) = (kind = 'risk_answer')), -- The score of the item.
    risk TEXT NOT NULL
        CHECK (risk IN ('not_asked', 'none', 'passive_thoughts', 'ideation', 'plan', 'intent', 'attempt')),
    concerns_on TEXT NOT NULL CHECK (concerns_on IS date(concerns_on, '+0 days')),
    raised_at INTEGER NOT NULL,
    is_taken_back INTEGER NOT NULL DEFAULT 0 CHECK (is_taken_back IN (0, 1)),
    draft_id INTEGER, -- No reference: a damaged notice stays as it is, and must not keep its draft from being signed.
    note_id INTEGER REFERENCES note (id),
    administration_id INTEGER REFERENCES administration (id),
    -- Only where a score is worse than an earlier one: on which scale, since when, from what to what.
    scale TEXT,
    since_on TEXT CHECK (since_on IS date(since_on, '+0 days')),
    score_then REAL,
    score_now REAL,
    -- Only for what an import brought of long ago: how many answers, since when, and the same number for all clients of
    -- the import.
    answers INTEGER CHECK (answers > 0),
    answers_from_on TEXT CHECK (answers_from_on IS date(answers_from_on, '+0 days')),
    import_number INTEGER,
    CHECK ((answers IS NULL) = (kind <> 'earlier_answers')
           AND (answers_from_on IS NULL) = (kind <> 'earlier_answers')
           AND (import_number IS NULL) = (kind <> 'earlier_answers')),
    CHECK ((scale IS NULL) = (kind <> 'worse_since')
           AND (since_on IS NULL) = (kind <> 'worse_since')
           AND (score_then IS NULL) = (kind <> 'worse_since')
           AND (score_now IS NULL) = (kind <> 'worse_since'))
);

CREATE INDEX notice_by_client ON notice (client_id);

CREATE INDEX notice_by_draft ON notice (draft_id) WHERE draft_id IS NOT NULL;

CREATE INDEX notice_by_note ON notice (note_id) WHERE note_id IS NOT NULL;

CREATE INDEX notice_by_import ON notice (import_number) WHERE import_number IS NOT NULL;

CREATE INDEX notice_by_administration ON notice (administration_id) WHERE administration_id IS NOT NULL;

CREATE TABLE notice_review (
    notice_id INTEGER PRIMARY KEY REFERENCES notice (id),
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    reviewed_by TEXT NOT NULL CHECK (reviewed_by <> ''),
    reviewed_at INTEGER NOT NULL,
    what_was_done TEXT NOT NULL CHECK (trim(what_was_done) <> '')
);

-- What was chosen for a client's summary the last time.

CREATE TABLE summary_choice (
    client_id INTEGER PRIMARY KEY REFERENCES client (id),
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    from_on TEXT CHECK (from_on IS date(from_on, '+0 days')),
    to_on TEXT CHECK (to_on IS date(to_on, '+0 days')),
    on_letter INTEGER NOT NULL CHECK (on_letter IN (0, 1)),
    by_code INTEGER NOT NULL CHECK (by_code IN (0, 1)),
    with_birth_date INTEGER NOT NULL CHECK (with_birth_date IN (0, 1)),
    own_words TEXT NOT NULL,
    next_words TEXT NOT NULL
);

CREATE TABLE summary_left_out (
    id INTEGER PRIMARY KEY,
    act INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL DEFAULT (zeroblob(16)),
    client_id INTEGER NOT NULL REFERENCES summary_choice (client_id),
    series TEXT NOT NULL
);

CREATE INDEX left_out_by_client ON summary_left_out (client_id);

-- Triggers are made after the migrations: storage/kept_rows.cpp.
