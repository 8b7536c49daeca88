BEGIN TRANSACTION;
CREATE TABLE bind_code (
    code TEXT PRIMARY KEY,
    chat INTEGER
) STRICT;
INSERT INTO "bind_code" VALUES('WCVc6QRXTX',-1001);
INSERT INTO "bind_code" VALUES('pFlhBPnqCa',NULL);
CREATE TABLE chat (
    chat     INTEGER PRIMARY KEY,
    language TEXT NOT NULL CHECK (language IN ('nb', 'nn', 'en')),
    monthly  INTEGER NOT NULL DEFAULT 1 CHECK (monthly IN (0, 1)),
    tertial  INTEGER NOT NULL DEFAULT 1 CHECK (tertial IN (0, 1)),
    annual   INTEGER NOT NULL DEFAULT 1 CHECK (annual IN (0, 1)),
    -- Local civil time: what fell due before this is the past, and is not sent.
    since    TEXT NOT NULL
) STRICT;
INSERT INTO "chat" VALUES(-1001,'nb',1,1,1,'2026-11-30T13:20');
CREATE TABLE delivery (
    number  INTEGER PRIMARY KEY,
    report  TEXT NOT NULL CHECK (report IN ('monthly', 'tertial', 'annual')),
    period  TEXT NOT NULL,
    -- 0 is the folder.
    chat    INTEGER NOT NULL,
    state   TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'sent', 'failed')),
    -- Whether the administrators have been told of a failure.
    told    INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)),
    reason  TEXT NOT NULL DEFAULT '',
    -- The tally as it was sent, and as it was last told, so that a change can be told once: JSON, counts only.
    tally   TEXT,
    retold  TEXT,
    UNIQUE (report, period, chat)
) STRICT;
INSERT INTO "delivery" VALUES(1,'monthly','2026-11',-1001,'sent',0,'','{"first_day":"2026-11-01","form":"call","last_day":"2026-11-30","months":{"2026-11":{"highlighted":2,"total":6}},"outcomes":{"irrelevant":1,"registered":5,"unspecified":1},"period":"2026-11","questions":{"agency":{"asked":3,"options":{"lawyer":1,"police":2}},"behalf":{"asked":2,"options":{"other":1,"self":1}},"caller":{"asked":5,"options":{"agency":3,"woman":2}},"crisis":{"asked":5,"options":{"no":3,"yes":2}},"minority":{"asked":5,"options":{"no":4},"unknown":1},"reason":{"asked":5,"options":{"follow_up":2,"guidance":1,"violence":2}}},"total":6}',NULL);
INSERT INTO "delivery" VALUES(2,'monthly','2026-11',0,'sent',0,'','{"first_day":"2026-11-01","form":"call","last_day":"2026-11-30","months":{"2026-11":{"highlighted":2,"total":6}},"outcomes":{"irrelevant":1,"registered":5,"unspecified":1},"period":"2026-11","questions":{"agency":{"asked":3,"options":{"lawyer":1,"police":2}},"behalf":{"asked":2,"options":{"other":1,"self":1}},"caller":{"asked":5,"options":{"agency":3,"woman":2}},"crisis":{"asked":5,"options":{"no":3,"yes":2}},"minority":{"asked":5,"options":{"no":4},"unknown":1},"reason":{"asked":5,"options":{"follow_up":2,"guidance":1,"violence":2}}},"total":6}',NULL);
CREATE TABLE folder (
    only  INTEGER PRIMARY KEY CHECK (only = 1),
    since TEXT NOT NULL
) STRICT;
INSERT INTO "folder" VALUES(1,'2026-12-01T14:20');
CREATE TABLE invite (
    code    TEXT PRIMARY KEY,
    role    TEXT NOT NULL CHECK (role IN ('administrator', 'leader', 'staff')),
    used_by INTEGER REFERENCES staff (seat)
) STRICT;
INSERT INTO "invite" VALUES('c9c333ce1901','administrator',13);
CREATE TABLE polling (
    only      INTEGER PRIMARY KEY CHECK (only = 1),
    last_seen TEXT NOT NULL
) STRICT;
INSERT INTO "polling" VALUES(1,'2026-12-03T08:10+01:00');
CREATE TABLE record (
    id          INTEGER PRIMARY KEY,
    form        TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    -- Local civil time: an hour (2016-07-14T23), later its day, for a declined call only the month.
    occurred_at TEXT NOT NULL CHECK (length(occurred_at) IN (7, 10, 13)),
    month       TEXT NOT NULL GENERATED ALWAYS AS (substr(occurred_at, 1, 7)) VIRTUAL,
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) IN (7, 10, 13)),
    -- The seat, only while it may take the record back.
    recorded_by INTEGER,
    -- The nonce of the tap, or the hash of an imported row: the same source is the same record.
    source      TEXT NOT NULL UNIQUE,
    outcome     TEXT NOT NULL CHECK (outcome IN ('registered', 'unspecified', 'declined', 'irrelevant')),
    -- Canonical JSON: equal answers are equal text, so whole answers can be counted.
    answers     TEXT NOT NULL CHECK (json_type(answers) = 'object'),
    revision    INTEGER NOT NULL DEFAULT 1,
    voided_at   TEXT,
    CHECK (outcome <> 'declined' OR (answers = '{}' AND length(occurred_at) = 7 AND length(recorded_at) = 7))
) STRICT;
INSERT INTO "record" VALUES(-153454506453776,'call','N6tkwhnqTYqgz3Vy2V','2026-10','2026-11',NULL,'row:05ef91d49377deedcd04d56ae3b0aee029b8a15a93bbb8986768315da0c27787:1','declined','{}',1,NULL);
INSERT INTO "record" VALUES(-104171044555011,'call','N6tkwhnqTYqgz3Vy2V','2026-12','2026-12',NULL,'9hMPfBzf_F','declined','{}',1,NULL);
INSERT INTO "record" VALUES(1,'call','N6tkwhnqTYqgz3Vy2V','2025-03-02','2026-11-30',NULL,'row:e5bbc1dfc8ee49b87b59901a0f1f2307d3ddc430359b5747aaf502cc87ebbe7d:1','registered','{"caller":"agency","agency":"police","reason":"violence","crisis":"yes","minority":"no"}',1,NULL);
INSERT INTO "record" VALUES(2,'call','N6tkwhnqTYqgz3Vy2V','2025-11-04','2026-11-30',NULL,'row:7505f7897edc95aaecbd5413734414e6c07bb84bacf6282819e865b918191a56:1','registered','{"caller":"woman","behalf":"self","reason":"violence","crisis":"yes","minority":"no"}',1,NULL);
INSERT INTO "record" VALUES(3,'call','N6tkwhnqTYqgz3Vy2V','2025-11-12','2026-11-30',NULL,'row:d3b4b317e09a78bba797d6c642cf4eb58a6fc1fc056d0592222cb055933dffa2:1','registered','{"caller":"agency","agency":"nav","reason":"follow_up","crisis":"no","minority":"yes"}',1,NULL);
INSERT INTO "record" VALUES(4,'call','N6tkwhnqTYqgz3Vy2V','2025-11-12','2026-11-30',NULL,'row:d3b4b317e09a78bba797d6c642cf4eb58a6fc1fc056d0592222cb055933dffa2:2','registered','{"caller":"agency","agency":"nav","reason":"follow_up","crisis":"no","minority":"yes"}',1,NULL);
INSERT INTO "record" VALUES(5,'call','N6tkwhnqTYqgz3Vy2V','2025-11-20','2026-11-30',NULL,'row:0be2b6f0877dbc52e2c08c3e86308cd44e4e7ffe2e93540e63b4ab1600fc7b54:1','registered','{"caller":"man","behalf":"other","reason":"guidance","crisis":"no","minority":"unknown"}',1,NULL);
INSERT INTO "record" VALUES(6,'call','N6tkwhnqTYqgz3Vy2V','2026-02-28','2026-11-30',NULL,'row:58a298fc56ee4fb48c39b051a1d299e9130d126135d4fe18ef071d339bfa5034:1','unspecified','{}',1,NULL);
INSERT INTO "record" VALUES(7,'call','N6tkwhnqTYqgz3Vy2V','2026-09-15','2026-11-30',NULL,'row:44699c119591e2b3f5a8846e6d850374124fda3313fb66a81275ab6896798cc1:1','registered','{"caller":"agency","agency":"child_welfare","reason":"follow_up","crisis":"no","minority":"no"}',1,NULL);
INSERT INTO "record" VALUES(8,'call','N6tkwhnqTYqgz3Vy2V','2026-10-03','2026-11-30',NULL,'row:9b1c0b0347012e5602c1438c25f55e5a2505774906186ae9cef4254f998eb648:1','registered','{"caller":"unknown","behalf":"unknown","reason":"unknown","crisis":"no","minority":"unknown"}',1,NULL);
INSERT INTO "record" VALUES(9,'call','N6tkwhnqTYqgz3Vy2V','2026-10-04','2026-11-30',NULL,'row:10a76ed4fb660c4aa30fe3a20524c55c9d9078ae518f9a686baf6be99a7463ea:1','registered','{"caller":"agency","agency":"health","reason":"guidance","crisis":"no","minority":"no"}',1,NULL);
INSERT INTO "record" VALUES(10,'call','N6tkwhnqTYqgz3Vy2V','2026-10-25','2026-11-30',NULL,'row:95ae8498311d8a8977424a3e15589ab238395bb805f705abf3c69f503476dd7b:1','registered','{"caller":"woman","behalf":"self","reason":"violence","crisis":"yes","minority":"yes"}',1,NULL);
INSERT INTO "record" VALUES(11,'call','N6tkwhnqTYqgz3Vy2V','2026-11-02','2026-11-30',NULL,'row:4671110ebbd65ce7deab82a746cb3038ba501c705cce94236ba3ee7064188152:1','irrelevant','{"aside":"silent"}',1,NULL);
INSERT INTO "record" VALUES(12,'call','N6tkwhnqTYqgz3Vy2V','2026-11-05T14','2026-11-30',NULL,'row:763c74930a0259a4dc61f330711a2bd103499e86a4ec7c759e568f291384d6aa:1','registered','{"caller":"woman","behalf":"other","reason":"guidance","crisis":"no","minority":"no"}',1,NULL);
INSERT INTO "record" VALUES(13,'call','N6tkwhnqTYqgz3Vy2V','2026-11-06T09','2026-11-30',NULL,'row:00b51f25fa8a05e7efdb2fec72ac22e45ccc85c1087b90928bcba35f66da94b5:1','registered','{"caller":"agency","agency":"police","reason":"violence","crisis":"yes","minority":"no"}',1,NULL);
INSERT INTO "record" VALUES(14,'call','N6tkwhnqTYqgz3Vy2V','2026-11-06T09','2026-11-30',NULL,'row:00b51f25fa8a05e7efdb2fec72ac22e45ccc85c1087b90928bcba35f66da94b5:2','registered','{"caller":"agency","agency":"police","reason":"violence","crisis":"yes","minority":"no"}',1,NULL);
INSERT INTO "record" VALUES(15,'call','N6tkwhnqTYqgz3Vy2V','2026-11-21T20','2026-11-30',NULL,'row:050ff60e172cf7783a0aeabad4d01b2bbd4b6a325b8aaf3cb1bc491cfc1daaba:1','registered','{"caller":"agency","agency":"lawyer","reason":"follow_up","crisis":"no","minority":"unknown"}',1,NULL);
INSERT INTO "record" VALUES(16,'call','N6tkwhnqTYqgz3Vy2V','2026-11-24T13','2026-11-30',NULL,'row:1ac3b4e67c5739c373210dca59bdc0b097f57fbccddaf22ca6445ea9ae5b66cf:1','unspecified','{}',1,NULL);
INSERT INTO "record" VALUES(17,'call','N6tkwhnqTYqgz3Vy2V','2026-11-28T07','2026-11-30',NULL,'row:861a75d5f58335920e38032e34c900331b4cfab94f4f7ceb971cac820791ad9a:1','registered','{"caller":"woman","behalf":"self","reason":"follow_up","crisis":"no","minority":"no"}',1,NULL);
INSERT INTO "record" VALUES(18,'call','N6tkwhnqTYqgz3Vy2V','2026-12-01T14','2026-12-01',NULL,'cd1yGjfZRH','registered','{"caller":"agency","agency":"police","reason":"violence","crisis":"no","minority":"yes"}',1,NULL);
INSERT INTO "record" VALUES(19,'call','N6tkwhnqTYqgz3Vy2V','2026-12-01T14','2026-12-01',NULL,'9Vb3xDVnRf','registered','{"caller":"woman","behalf":"self","reason":"violence","crisis":"yes","minority":"no"}',1,NULL);
INSERT INTO "record" VALUES(20,'call','N6tkwhnqTYqgz3Vy2V','2026-12-01T14','2026-12-01',NULL,'6SpqMox2fs','registered','{"caller":"agency","agency":"nav","reason":"follow_up","crisis":"no","minority":"unknown"}',2,'2026-12-01');
INSERT INTO "record" VALUES(21,'call','N6tkwhnqTYqgz3Vy2V','2026-12-01T14','2026-12-01',NULL,'Z1BHS5fmQS','irrelevant','{"aside":"silent"}',1,NULL);
INSERT INTO "record" VALUES(22,'call','N6tkwhnqTYqgz3Vy2V','2026-12-01T14','2026-12-01',NULL,'9V7YMuhzjb','registered','{"caller":"man","behalf":"other","reason":"guidance","crisis":"no","minority":"yes"}',1,NULL);
INSERT INTO "record" VALUES(23,'call','N6tkwhnqTYqgz3Vy2V','2026-12-03T08','2026-12-03T08',11,'p-4l_C_zhZ','registered','{"caller":"agency","agency":"child_welfare","reason":"guidance","crisis":"yes","minority":"no"}',1,NULL);
INSERT INTO "record" VALUES(24,'call','N6tkwhnqTYqgz3Vy2V','2026-12-03T08','2026-12-03T08',11,'99AqFR_b0S','registered','{"caller":"agency","agency":"shelter","reason":"guidance","crisis":"no","minority":"no"}',1,NULL);
CREATE TABLE staff (
    seat INTEGER PRIMARY KEY,
    role TEXT NOT NULL CHECK (role IN ('administrator', 'leader', 'staff'))
) STRICT;
INSERT INTO "staff" VALUES(13,'administrator');
CREATE INDEX record_tally ON record (form, month, answers, outcome, occurred_at) WHERE voided_at IS NULL;
CREATE INDEX record_exact ON record (recorded_at) WHERE length(recorded_at) = 13 OR recorded_by IS NOT NULL;
CREATE INDEX record_hour ON record (occurred_at) WHERE length(occurred_at) = 13;
CREATE INDEX record_late ON record (form, month, occurred_at)
WHERE voided_at IS NULL AND outcome IN ('registered', 'unspecified') AND instr(source, ':') = 0
    AND julianday(substr(recorded_at, 1, 10)) - julianday(substr(occurred_at, 1, 10)) > 1;
CREATE VIEW "calls" AS SELECT id, occurred_at, recorded_at, outcome, json_extract(answers, '$.caller') AS "caller", json_extract(answers, '$.behalf') AS "behalf", json_extract(answers, '$.agency') AS "agency", json_extract(answers, '$.reason') AS "reason", json_extract(answers, '$.crisis') AS "crisis", json_extract(answers, '$.minority') AS "minority", json_extract(answers, '$.aside') AS "aside" FROM record WHERE form = 'call' AND voided_at IS NULL;
COMMIT;
PRAGMA user_version = 5;
