BEGIN TRANSACTION;
CREATE TABLE alert (
    -- A key of ours, such as disk_space.
    trouble TEXT PRIMARY KEY,
    -- The local day on which the administrators were last told of it.
    day     TEXT NOT NULL CHECK (length(day) = 10)
) STRICT, WITHOUT ROWID;
INSERT INTO "alert" VALUES('disk_space','2026-12-02');
CREATE TABLE answer_count (
    grain   TEXT NOT NULL CHECK (grain IN ('month', 'day')),
    form    TEXT NOT NULL,
    -- 2016-07 or 2016-07-14, in local civil time.
    period  TEXT NOT NULL CHECK (length(period) = iif(grain = 'month', 7, 10)),
    outcome TEXT NOT NULL,
    answers TEXT NOT NULL,
    calls   INTEGER NOT NULL CHECK (calls > 0),
    PRIMARY KEY (grain, form, period, outcome, answers)
) STRICT, WITHOUT ROWID;
INSERT INTO "answer_count" VALUES('day','call','2025-03-02','registered','{"caller":"agency","agency":"police","reason":"violence","crisis":"yes","minority":"no"}',1);
INSERT INTO "answer_count" VALUES('day','call','2025-11-04','registered','{"caller":"woman","behalf":"self","reason":"violence","crisis":"yes","minority":"no"}',1);
INSERT INTO "answer_count" VALUES('day','call','2025-11-12','registered','{"caller":"agency","agency":"nav","reason":"follow_up","crisis":"no","minority":"yes"}',2);
INSERT INTO "answer_count" VALUES('day','call','2025-11-20','registered','{"caller":"man","behalf":"other","reason":"guidance","crisis":"no","minority":"unknown"}',1);
INSERT INTO "answer_count" VALUES('day','call','2026-02-28','unspecified','{}',1);
INSERT INTO "answer_count" VALUES('day','call','2026-09-15','registered','{"caller":"agency","agency":"child_welfare","reason":"follow_up","crisis":"no","minority":"no"}',1);
INSERT INTO "answer_count" VALUES('day','call','2026-10-03','registered','{"caller":"unknown","behalf":"unknown","reason":"unknown","crisis":"no","minority":"unknown"}',1);
INSERT INTO "answer_count" VALUES('day','call','2026-10-04','registered','{"caller":"agency","agency":"health","reason":"guidance","crisis":"no","minority":"no"}',1);
INSERT INTO "answer_count" VALUES('day','call','2026-10-25','registered','{"caller":"woman","behalf":"self","reason":"violence","crisis":"yes","minority":"yes"}',1);
INSERT INTO "answer_count" VALUES('day','call','2026-11-02','irrelevant','{"aside":"silent"}',1);
INSERT INTO "answer_count" VALUES('day','call','2026-11-05','registered','{"caller":"woman","behalf":"other","reason":"guidance","crisis":"no","minority":"no"}',1);
INSERT INTO "answer_count" VALUES('day','call','2026-11-06','registered','{"caller":"agency","agency":"police","reason":"violence","crisis":"yes","minority":"no"}',2);
INSERT INTO "answer_count" VALUES('day','call','2026-11-21','registered','{"caller":"agency","agency":"lawyer","reason":"follow_up","crisis":"no","minority":"unknown"}',1);
INSERT INTO "answer_count" VALUES('day','call','2026-11-24','unspecified','{}',1);
INSERT INTO "answer_count" VALUES('day','call','2026-11-28','registered','{"caller":"agency","agency":"child_welfare","reason":"guidance","crisis":"yes","minority":"no"}',1);
INSERT INTO "answer_count" VALUES('day','call','2026-11-28','registered','{"caller":"woman","behalf":"self","reason":"follow_up","crisis":"no","minority":"no"}',1);
INSERT INTO "answer_count" VALUES('day','call','2026-11-30','registered','{"caller":"agency","agency":"health","reason":"violence","crisis":"no","minority":"no"}',1);
INSERT INTO "answer_count" VALUES('day','call','2026-12-01','irrelevant','{"aside":"silent"}',1);
INSERT INTO "answer_count" VALUES('day','call','2026-12-01','registered','{"caller":"agency","agency":"police","reason":"violence","crisis":"no","minority":"yes"}',1);
INSERT INTO "answer_count" VALUES('day','call','2026-12-01','registered','{"caller":"man","behalf":"other","reason":"follow_up","crisis":"no","minority":"yes","also":["guidance"]}',1);
INSERT INTO "answer_count" VALUES('day','call','2026-12-01','registered','{"caller":"woman","behalf":"self","reason":"violence","crisis":"yes","minority":"no"}',1);
INSERT INTO "answer_count" VALUES('day','call','2026-12-01','unspecified','{}',3);
INSERT INTO "answer_count" VALUES('day','call','2026-12-03','registered','{"caller":"agency","agency":"shelter","reason":"guidance","crisis":"no","minority":"no"}',1);
INSERT INTO "answer_count" VALUES('day','call','2026-12-04','irrelevant','{"aside":"silent"}',1);
INSERT INTO "answer_count" VALUES('day','call','2026-12-04','registered','{"caller":"agency","agency":"police","reason":"violence","crisis":"no","minority":"unknown"}',1);
INSERT INTO "answer_count" VALUES('day','call','2026-12-04','registered','{"caller":"woman","behalf":"self","reason":"violence","crisis":"no","minority":"yes"}',1);
INSERT INTO "answer_count" VALUES('day','call','2027-01-04','irrelevant','{"aside":"silent"}',1);
INSERT INTO "answer_count" VALUES('day','call','2027-01-04','registered','{"caller":"agency","agency":"police","reason":"violence","crisis":"no","minority":"unknown"}',1);
INSERT INTO "answer_count" VALUES('day','call','2027-01-04','registered','{"caller":"woman","behalf":"self","reason":"violence","crisis":"no","minority":"yes"}',1);
INSERT INTO "answer_count" VALUES('day','call','2027-02-04','irrelevant','{"aside":"silent"}',1);
INSERT INTO "answer_count" VALUES('day','call','2027-02-04','registered','{"caller":"agency","agency":"police","reason":"violence","crisis":"no","minority":"unknown"}',1);
INSERT INTO "answer_count" VALUES('day','call','2027-02-04','registered','{"caller":"woman","behalf":"self","reason":"violence","crisis":"no","minority":"yes"}',1);
INSERT INTO "answer_count" VALUES('day','outgoing','2026-12-01','registered','{"to":"police"}',1);
INSERT INTO "answer_count" VALUES('month','call','2025-03','registered','{"caller":"agency","agency":"police","reason":"violence","crisis":"yes","minority":"no"}',1);
INSERT INTO "answer_count" VALUES('month','call','2025-11','registered','{"caller":"agency","agency":"nav","reason":"follow_up","crisis":"no","minority":"yes"}',2);
INSERT INTO "answer_count" VALUES('month','call','2025-11','registered','{"caller":"man","behalf":"other","reason":"guidance","crisis":"no","minority":"unknown"}',1);
INSERT INTO "answer_count" VALUES('month','call','2025-11','registered','{"caller":"woman","behalf":"self","reason":"violence","crisis":"yes","minority":"no"}',1);
INSERT INTO "answer_count" VALUES('month','call','2026-02','unspecified','{}',1);
INSERT INTO "answer_count" VALUES('month','call','2026-09','registered','{"caller":"agency","agency":"child_welfare","reason":"follow_up","crisis":"no","minority":"no"}',1);
INSERT INTO "answer_count" VALUES('month','call','2026-10','declined','{}',1);
INSERT INTO "answer_count" VALUES('month','call','2026-10','registered','{"caller":"agency","agency":"health","reason":"guidance","crisis":"no","minority":"no"}',1);
INSERT INTO "answer_count" VALUES('month','call','2026-10','registered','{"caller":"unknown","behalf":"unknown","reason":"unknown","crisis":"no","minority":"unknown"}',1);
INSERT INTO "answer_count" VALUES('month','call','2026-10','registered','{"caller":"woman","behalf":"self","reason":"violence","crisis":"yes","minority":"yes"}',1);
INSERT INTO "answer_count" VALUES('month','call','2026-11','irrelevant','{"aside":"silent"}',1);
INSERT INTO "answer_count" VALUES('month','call','2026-11','registered','{"caller":"agency","agency":"child_welfare","reason":"guidance","crisis":"yes","minority":"no"}',1);
INSERT INTO "answer_count" VALUES('month','call','2026-11','registered','{"caller":"agency","agency":"health","reason":"violence","crisis":"no","minority":"no"}',1);
INSERT INTO "answer_count" VALUES('month','call','2026-11','registered','{"caller":"agency","agency":"lawyer","reason":"follow_up","crisis":"no","minority":"unknown"}',1);
INSERT INTO "answer_count" VALUES('month','call','2026-11','registered','{"caller":"agency","agency":"police","reason":"violence","crisis":"yes","minority":"no"}',2);
INSERT INTO "answer_count" VALUES('month','call','2026-11','registered','{"caller":"woman","behalf":"other","reason":"guidance","crisis":"no","minority":"no"}',1);
INSERT INTO "answer_count" VALUES('month','call','2026-11','registered','{"caller":"woman","behalf":"self","reason":"follow_up","crisis":"no","minority":"no"}',1);
INSERT INTO "answer_count" VALUES('month','call','2026-11','unspecified','{}',1);
INSERT INTO "answer_count" VALUES('month','call','2026-12','declined','{}',2);
INSERT INTO "answer_count" VALUES('month','call','2026-12','irrelevant','{"aside":"silent"}',2);
INSERT INTO "answer_count" VALUES('month','call','2026-12','registered','{"caller":"agency","agency":"police","reason":"violence","crisis":"no","minority":"unknown"}',1);
INSERT INTO "answer_count" VALUES('month','call','2026-12','registered','{"caller":"agency","agency":"police","reason":"violence","crisis":"no","minority":"yes"}',1);
INSERT INTO "answer_count" VALUES('month','call','2026-12','registered','{"caller":"agency","agency":"shelter","reason":"guidance","crisis":"no","minority":"no"}',1);
INSERT INTO "answer_count" VALUES('month','call','2026-12','registered','{"caller":"man","behalf":"other","reason":"follow_up","crisis":"no","minority":"yes","also":["guidance"]}',1);
INSERT INTO "answer_count" VALUES('month','call','2026-12','registered','{"caller":"woman","behalf":"self","reason":"violence","crisis":"no","minority":"yes"}',1);
INSERT INTO "answer_count" VALUES('month','call','2026-12','registered','{"caller":"woman","behalf":"self","reason":"violence","crisis":"yes","minority":"no"}',1);
INSERT INTO "answer_count" VALUES('month','call','2026-12','unspecified','{}',3);
INSERT INTO "answer_count" VALUES('month','call','2027-01','declined','{}',1);
INSERT INTO "answer_count" VALUES('month','call','2027-01','irrelevant','{"aside":"silent"}',1);
INSERT INTO "answer_count" VALUES('month','call','2027-01','registered','{"caller":"agency","agency":"police","reason":"violence","crisis":"no","minority":"unknown"}',1);
INSERT INTO "answer_count" VALUES('month','call','2027-01','registered','{"caller":"woman","behalf":"self","reason":"violence","crisis":"no","minority":"yes"}',1);
INSERT INTO "answer_count" VALUES('month','call','2027-02','declined','{}',1);
INSERT INTO "answer_count" VALUES('month','call','2027-02','irrelevant','{"aside":"silent"}',1);
INSERT INTO "answer_count" VALUES('month','call','2027-02','registered','{"caller":"agency","agency":"police","reason":"violence","crisis":"no","minority":"unknown"}',1);
INSERT INTO "answer_count" VALUES('month','call','2027-02','registered','{"caller":"woman","behalf":"self","reason":"violence","crisis":"no","minority":"yes"}',1);
INSERT INTO "answer_count" VALUES('month','outgoing','2026-12','registered','{"to":"police"}',1);
CREATE TABLE "audit" (
    number INTEGER PRIMARY KEY,
    -- Local civil time to the hour, in what was restored the day.
    at     TEXT NOT NULL CHECK (length(at) IN (10, 13)),
    -- The seat; none at the console.
    by     INTEGER,
    act    TEXT NOT NULL,
    -- Numbers and keys, never a name.
    about  TEXT NOT NULL
) STRICT;
INSERT INTO "audit" VALUES(1,'2026-11-30T13',NULL,'invited','1:administrator');
INSERT INTO "audit" VALUES(2,'2026-11-30T13',1,'opened','');
INSERT INTO "audit" VALUES(3,'2026-11-30T13',1,'invited','2:staff');
INSERT INTO "audit" VALUES(4,'2026-11-30T13',2,'opened','');
INSERT INTO "audit" VALUES(5,'2026-11-30T13',1,'admitted','2');
INSERT INTO "audit" VALUES(6,'2026-11-30T13',1,'invited','3:leader');
INSERT INTO "audit" VALUES(7,'2026-11-30T13',3,'opened','');
INSERT INTO "audit" VALUES(8,'2026-11-30T13',1,'admitted','3');
INSERT INTO "audit" VALUES(9,'2026-11-30T13',1,'invited','4:staff');
INSERT INTO "audit" VALUES(10,'2026-11-30T07',NULL,'imported','1');
INSERT INTO "audit" VALUES(11,'2026-11-30T13',NULL,'settings','access');
INSERT INTO "audit" VALUES(12,'2026-11-30T13',1,'bound','');
INSERT INTO "audit" VALUES(13,'2026-11-30T07',NULL,'published','1:2026-10');
INSERT INTO "audit" VALUES(14,'2026-11-30T07',NULL,'published','2:2026-09');
INSERT INTO "audit" VALUES(15,'2026-11-30T07',NULL,'withdrawn','1');
INSERT INTO "audit" VALUES(16,'2026-12-03T08',1,'invited','5:staff');
INSERT INTO "audit" VALUES(17,'2026-12-04T08',NULL,'settings','telegram, database, clock, shifts, reports, backup, host');
INSERT INTO "audit" VALUES(18,'2026-12-04T08',1,'invited','6:staff');
INSERT INTO "audit" VALUES(19,'2027-01-04T08',NULL,'settings','telegram, desk, database, reports');
INSERT INTO "audit" VALUES(20,'2027-01-04T08',1,'invited','7:staff');
INSERT INTO "audit" VALUES(21,'2027-02-04T08',NULL,'settings','telegram, database, stays, reports, mail');
INSERT INTO "audit" VALUES(22,'2027-02-04T08',1,'invited','8:staff');
CREATE TABLE bind_code (
    digest  BLOB PRIMARY KEY CHECK (length(digest) = 32),
    -- In UTC, to the second.
    expires TEXT NOT NULL,
    made_by INTEGER REFERENCES seat ON DELETE CASCADE,
    chat    INTEGER REFERENCES "place" (number)
) STRICT, WITHOUT ROWID;
CREATE TABLE bound_chat (
    chat          INTEGER PRIMARY KEY REFERENCES "place" (number),
    language      TEXT NOT NULL CHECK (language IN ('nb', 'nn', 'en')),
    monthly       INTEGER NOT NULL DEFAULT 1 CHECK (monthly IN (0, 1)),
    tertial       INTEGER NOT NULL DEFAULT 1 CHECK (tertial IN (0, 1)),
    annual        INTEGER NOT NULL DEFAULT 1 CHECK (annual IN (0, 1)),
    -- Local civil time: what fell due before this is the past, and is not sent.
    monthly_since TEXT NOT NULL,
    tertial_since TEXT NOT NULL,
    annual_since  TEXT NOT NULL
) STRICT;
INSERT INTO "bound_chat" VALUES(1,'nb',1,1,1,'2026-11-30T13:20','2026-11-30T13:20','2026-11-30T13:20');
CREATE TABLE card (
    seat    INTEGER NOT NULL REFERENCES seat ON DELETE CASCADE,
    -- The message in the seat's chat that says the same; below zero where there is none.
    message INTEGER NOT NULL,
    -- A local day.
    day     TEXT NOT NULL CHECK (length(day) = 10),
    text    TEXT NOT NULL,
    -- Rows of buttons, each a label and what its tap carries: JSON.
    buttons TEXT NOT NULL,
    PRIMARY KEY (seat, message)
) STRICT, WITHOUT ROWID;
CREATE TABLE change (
    record INTEGER NOT NULL REFERENCES record (id) ON UPDATE CASCADE,
    -- Its place in the record's history: no order among the records, which would tell where one is gone.
    number INTEGER NOT NULL,
    what   TEXT NOT NULL CHECK (what IN ('answers', 'outcome', 'occurred_at', 'voided_at')),
    -- The hour, later its day.
    at     TEXT NOT NULL CHECK (length(at) IN (10, 13)),
    -- The seat, only while it may take the change back.
    by     INTEGER,
    -- The column as it was and as it became; empty where it was or became nothing.
    before TEXT NOT NULL,
    after  TEXT NOT NULL,
    PRIMARY KEY (record, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "change" VALUES(20,1,'voided_at','2026-12-01',NULL,'','2026-12-01');
INSERT INTO "change" VALUES(22,1,'answers','2026-12-01',NULL,'{"caller":"man","behalf":"other","reason":"guidance","crisis":"no","minority":"yes"}','{"caller":"man","behalf":"other","reason":"follow_up","crisis":"no","minority":"yes"}');
INSERT INTO "change" VALUES(22,2,'answers','2026-12-01',NULL,'{"caller":"man","behalf":"other","reason":"follow_up","crisis":"no","minority":"yes"}','{"caller":"man","behalf":"other","reason":"follow_up","crisis":"no","minority":"yes","also":["guidance"]}');
INSERT INTO "change" VALUES(30,1,'voided_at','2026-12-04',NULL,'','2026-12-04');
INSERT INTO "change" VALUES(31,1,'answers','2026-12-04',NULL,'{"caller":"woman","behalf":"self","reason":"violence","crisis":"yes","minority":"yes"}','{"caller":"woman","behalf":"self","reason":"violence","crisis":"no","minority":"yes"}');
INSERT INTO "change" VALUES(34,1,'voided_at','2027-01-04',NULL,'','2027-01-04');
INSERT INTO "change" VALUES(35,1,'answers','2027-01-04',NULL,'{"caller":"woman","behalf":"self","reason":"violence","crisis":"yes","minority":"yes"}','{"caller":"woman","behalf":"self","reason":"violence","crisis":"no","minority":"yes"}');
INSERT INTO "change" VALUES(38,1,'voided_at','2027-02-04T08',2,'','2027-02-04');
INSERT INTO "change" VALUES(39,1,'answers','2027-02-04T08',2,'{"caller":"woman","behalf":"self","reason":"violence","crisis":"yes","minority":"yes"}','{"caller":"woman","behalf":"self","reason":"violence","crisis":"no","minority":"yes"}');
CREATE TABLE declined_in_shifts (
    month TEXT PRIMARY KEY,
    calls INTEGER NOT NULL CHECK (calls >= 0)
, late INTEGER NOT NULL DEFAULT 0 CHECK (late >= 0)) STRICT, WITHOUT ROWID;
INSERT INTO "declined_in_shifts" VALUES('2026-12',1,0);
CREATE TABLE "delivery" (
    number  INTEGER PRIMARY KEY,
    report  TEXT NOT NULL CHECK (report IN ('monthly', 'tertial', 'annual')),
    period  TEXT NOT NULL,
    -- The chat's number; 0 is the folder.
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
INSERT INTO "delivery" VALUES(1,'monthly','2026-11',1,'sent',0,'','{"first_day":"2026-11-01","form":"call","last_day":"2026-11-30","months":{"2026-11":{"highlighted":2,"total":7}},"outcomes":{"irrelevant":1,"registered":6,"unspecified":1},"period":"2026-11","questions":{"agency":{"asked":4,"options":{"health":1,"lawyer":1,"police":2}},"behalf":{"asked":2,"options":{"other":1,"self":1}},"caller":{"asked":6,"options":{"agency":4,"woman":2}},"crisis":{"asked":6,"options":{"no":4,"yes":2}},"minority":{"asked":6,"options":{"no":5},"unknown":1},"reason":{"asked":6,"options":{"follow_up":2,"guidance":1,"violence":3}}},"total":7}','{"first_day":"2026-11-01","form":"call","last_day":"2026-11-30","months":{"2026-11":{"highlighted":3,"total":8}},"outcomes":{"irrelevant":1,"registered":7,"unspecified":1},"period":"2026-11","questions":{"agency":{"asked":5,"options":{"child_welfare":1,"health":1,"lawyer":1,"police":2}},"behalf":{"asked":2,"options":{"other":1,"self":1}},"caller":{"asked":7,"options":{"agency":5,"woman":2}},"crisis":{"asked":7,"options":{"no":4,"yes":3}},"minority":{"asked":7,"options":{"no":6},"unknown":1},"reason":{"asked":7,"options":{"follow_up":2,"guidance":2,"violence":3}}},"total":8}');
INSERT INTO "delivery" VALUES(2,'monthly','2026-11',0,'sent',0,'','{"first_day":"2026-11-01","form":"call","last_day":"2026-11-30","months":{"2026-11":{"highlighted":2,"total":7}},"outcomes":{"irrelevant":1,"registered":6,"unspecified":1},"period":"2026-11","questions":{"agency":{"asked":4,"options":{"health":1,"lawyer":1,"police":2}},"behalf":{"asked":2,"options":{"other":1,"self":1}},"caller":{"asked":6,"options":{"agency":4,"woman":2}},"crisis":{"asked":6,"options":{"no":4,"yes":2}},"minority":{"asked":6,"options":{"no":5},"unknown":1},"reason":{"asked":6,"options":{"follow_up":2,"guidance":1,"violence":3}}},"total":7}','{"first_day":"2026-11-01","form":"call","last_day":"2026-11-30","months":{"2026-11":{"highlighted":3,"total":8}},"outcomes":{"irrelevant":1,"registered":7,"unspecified":1},"period":"2026-11","questions":{"agency":{"asked":5,"options":{"child_welfare":1,"health":1,"lawyer":1,"police":2}},"behalf":{"asked":2,"options":{"other":1,"self":1}},"caller":{"asked":7,"options":{"agency":5,"woman":2}},"crisis":{"asked":7,"options":{"no":4,"yes":3}},"minority":{"asked":7,"options":{"no":6},"unknown":1},"reason":{"asked":7,"options":{"follow_up":2,"guidance":2,"violence":3}}},"total":8}');
INSERT INTO "delivery" VALUES(3,'annual','2026',1,'sent',0,'','{"first_day":"2026-01-01","form":"call","last_day":"2026-12-31","months":{"2026-02":{"total":1},"2026-09":{"total":1},"2026-10":{"highlighted":1,"total":3},"2026-11":{"highlighted":3,"total":8},"2026-12":{"highlighted":1,"total":9}},"outcomes":{"declined":3,"irrelevant":3,"registered":17,"unspecified":5},"period":"2026","questions":{"agency":{"asked":10,"options":{"child_welfare":2,"health":2,"lawyer":1,"police":4,"shelter":1}},"also":{"asked":1,"options":{"guidance":1}},"behalf":{"asked":7,"options":{"other":2,"self":4},"unknown":1},"caller":{"asked":17,"options":{"agency":10,"man":1,"woman":5},"unknown":1},"crisis":{"asked":17,"options":{"no":12,"yes":5}},"minority":{"asked":17,"options":{"no":10,"yes":4},"unknown":3},"reason":{"asked":17,"options":{"follow_up":4,"guidance":4,"violence":8},"unknown":1}},"total":22}',NULL);
INSERT INTO "delivery" VALUES(4,'monthly','2026-12',1,'sent',0,'','{"first_day":"2026-12-01","form":"call","last_day":"2026-12-31","months":{"2026-12":{"highlighted":1,"total":9}},"outcomes":{"declined":2,"irrelevant":2,"registered":6,"unspecified":3},"period":"2026-12","questions":{"agency":{"asked":3,"options":{"police":2,"shelter":1}},"also":{"asked":1,"options":{"guidance":1}},"behalf":{"asked":3,"options":{"other":1,"self":2}},"caller":{"asked":6,"options":{"agency":3,"man":1,"woman":2}},"crisis":{"asked":6,"options":{"no":5,"yes":1}},"minority":{"asked":6,"options":{"no":2,"yes":3},"unknown":1},"reason":{"asked":6,"options":{"follow_up":1,"guidance":1,"violence":4}}},"total":9}',NULL);
INSERT INTO "delivery" VALUES(5,'tertial','2026-T3',1,'sent',0,'','{"first_day":"2026-09-01","form":"call","last_day":"2026-12-31","months":{"2026-09":{"total":1},"2026-10":{"highlighted":1,"total":3},"2026-11":{"highlighted":3,"total":8},"2026-12":{"highlighted":1,"total":9}},"outcomes":{"declined":3,"irrelevant":3,"registered":17,"unspecified":4},"period":"2026-T3","questions":{"agency":{"asked":10,"options":{"child_welfare":2,"health":2,"lawyer":1,"police":4,"shelter":1}},"also":{"asked":1,"options":{"guidance":1}},"behalf":{"asked":7,"options":{"other":2,"self":4},"unknown":1},"caller":{"asked":17,"options":{"agency":10,"man":1,"woman":5},"unknown":1},"crisis":{"asked":17,"options":{"no":12,"yes":5}},"minority":{"asked":17,"options":{"no":10,"yes":4},"unknown":3},"reason":{"asked":17,"options":{"follow_up":4,"guidance":4,"violence":8},"unknown":1}},"total":21}',NULL);
INSERT INTO "delivery" VALUES(6,'annual','2026',0,'sent',0,'','{"first_day":"2026-01-01","form":"call","last_day":"2026-12-31","months":{"2026-02":{"total":1},"2026-09":{"total":1},"2026-10":{"highlighted":1,"total":3},"2026-11":{"highlighted":3,"total":8},"2026-12":{"highlighted":1,"total":9}},"outcomes":{"declined":3,"irrelevant":3,"registered":17,"unspecified":5},"period":"2026","questions":{"agency":{"asked":10,"options":{"child_welfare":2,"health":2,"lawyer":1,"police":4,"shelter":1}},"also":{"asked":1,"options":{"guidance":1}},"behalf":{"asked":7,"options":{"other":2,"self":4},"unknown":1},"caller":{"asked":17,"options":{"agency":10,"man":1,"woman":5},"unknown":1},"crisis":{"asked":17,"options":{"no":12,"yes":5}},"minority":{"asked":17,"options":{"no":10,"yes":4},"unknown":3},"reason":{"asked":17,"options":{"follow_up":4,"guidance":4,"violence":8},"unknown":1}},"total":22}',NULL);
INSERT INTO "delivery" VALUES(7,'monthly','2026-12',0,'sent',0,'','{"first_day":"2026-12-01","form":"call","last_day":"2026-12-31","months":{"2026-12":{"highlighted":1,"total":9}},"outcomes":{"declined":2,"irrelevant":2,"registered":6,"unspecified":3},"period":"2026-12","questions":{"agency":{"asked":3,"options":{"police":2,"shelter":1}},"also":{"asked":1,"options":{"guidance":1}},"behalf":{"asked":3,"options":{"other":1,"self":2}},"caller":{"asked":6,"options":{"agency":3,"man":1,"woman":2}},"crisis":{"asked":6,"options":{"no":5,"yes":1}},"minority":{"asked":6,"options":{"no":2,"yes":3},"unknown":1},"reason":{"asked":6,"options":{"follow_up":1,"guidance":1,"violence":4}}},"total":9}',NULL);
INSERT INTO "delivery" VALUES(8,'tertial','2026-T3',0,'sent',0,'','{"first_day":"2026-09-01","form":"call","last_day":"2026-12-31","months":{"2026-09":{"total":1},"2026-10":{"highlighted":1,"total":3},"2026-11":{"highlighted":3,"total":8},"2026-12":{"highlighted":1,"total":9}},"outcomes":{"declined":3,"irrelevant":3,"registered":17,"unspecified":4},"period":"2026-T3","questions":{"agency":{"asked":10,"options":{"child_welfare":2,"health":2,"lawyer":1,"police":4,"shelter":1}},"also":{"asked":1,"options":{"guidance":1}},"behalf":{"asked":7,"options":{"other":2,"self":4},"unknown":1},"caller":{"asked":17,"options":{"agency":10,"man":1,"woman":5},"unknown":1},"crisis":{"asked":17,"options":{"no":12,"yes":5}},"minority":{"asked":17,"options":{"no":10,"yes":4},"unknown":3},"reason":{"asked":17,"options":{"follow_up":4,"guidance":4,"violence":8},"unknown":1}},"total":21}',NULL);
INSERT INTO "delivery" VALUES(9,'monthly','2027-01',1,'sent',0,'','{"first_day":"2027-01-01","form":"call","last_day":"2027-01-31","months":{"2027-01":{"total":2}},"outcomes":{"declined":1,"irrelevant":1,"registered":2},"period":"2027-01","questions":{"agency":{"asked":1,"options":{"police":1}},"behalf":{"asked":1,"options":{"self":1}},"caller":{"asked":2,"options":{"agency":1,"woman":1}},"crisis":{"asked":2,"options":{"no":2}},"minority":{"asked":2,"options":{"yes":1},"unknown":1},"reason":{"asked":2,"options":{"violence":2}}},"total":2}',NULL);
INSERT INTO "delivery" VALUES(10,'monthly','2027-01',0,'sent',0,'','{"first_day":"2027-01-01","form":"call","last_day":"2027-01-31","months":{"2027-01":{"total":2}},"outcomes":{"declined":1,"irrelevant":1,"registered":2},"period":"2027-01","questions":{"agency":{"asked":1,"options":{"police":1}},"behalf":{"asked":1,"options":{"self":1}},"caller":{"asked":2,"options":{"agency":1,"woman":1}},"crisis":{"asked":2,"options":{"no":2}},"minority":{"asked":2,"options":{"yes":1},"unknown":1},"reason":{"asked":2,"options":{"violence":2}}},"total":2}',NULL);
INSERT INTO "delivery" VALUES(11,'monthly','2027-02',1,'sent',0,'','{"first_day":"2027-02-01","form":"call","last_day":"2027-02-28","months":{"2027-02":{"total":2}},"outcomes":{"declined":1,"irrelevant":1,"registered":2},"period":"2027-02","questions":{"agency":{"asked":1,"options":{"police":1}},"behalf":{"asked":1,"options":{"self":1}},"caller":{"asked":2,"options":{"agency":1,"woman":1}},"crisis":{"asked":2,"options":{"no":2}},"minority":{"asked":2,"options":{"yes":1},"unknown":1},"reason":{"asked":2,"options":{"violence":2}}},"total":2}',NULL);
INSERT INTO "delivery" VALUES(12,'monthly','2027-02',0,'sent',0,'','{"first_day":"2027-02-01","form":"call","last_day":"2027-02-28","months":{"2027-02":{"total":2}},"outcomes":{"declined":1,"irrelevant":1,"registered":2},"period":"2027-02","questions":{"agency":{"asked":1,"options":{"police":1}},"behalf":{"asked":1,"options":{"self":1}},"caller":{"asked":2,"options":{"agency":1,"woman":1}},"crisis":{"asked":2,"options":{"no":2}},"minority":{"asked":2,"options":{"yes":1},"unknown":1},"reason":{"asked":2,"options":{"violence":2}}},"total":2}',NULL);
CREATE TABLE desk (
    only          INTEGER PRIMARY KEY CHECK (only = 1),
    monthly_since TEXT NOT NULL,
    tertial_since TEXT NOT NULL,
    annual_since  TEXT NOT NULL
) STRICT;
CREATE TABLE device (
    number    INTEGER PRIMARY KEY AUTOINCREMENT,
    seat      INTEGER NOT NULL REFERENCES seat ON DELETE CASCADE,
    -- The SHA-256 of what its cookie holds.
    digest    BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    -- The browser and the system, such as 'Firefox, Windows'.
    name      TEXT NOT NULL,
    -- Local days.
    paired_on TEXT NOT NULL CHECK (length(paired_on) = 10),
    used_on   TEXT NOT NULL CHECK (length(used_on) = 10),
    -- The SHA-256 of the cookie that it was opened with; none where it is locked.
    session   BLOB CHECK (length(session) = 32)
) STRICT;
CREATE TABLE "earlier_year" (
    form        TEXT NOT NULL,
    period      TEXT NOT NULL,
    question    TEXT NOT NULL,
    option      TEXT NOT NULL,
    count       INTEGER CHECK (count >= 0),
    -- A share in per cent with the decimals that are printed (7, 14.0).
    percent     TEXT CHECK (percent NOT GLOB '*[^0-9.]*' AND CAST(percent AS REAL) BETWEEN 0 AND 100),
    -- What the shares of the question are of, where the report tells that.
    base        INTEGER CHECK (base >= 0),
    -- Whether the count may have been worked back from a share.
    worked_back INTEGER NOT NULL CHECK (worked_back IN (0, 1)),
    PRIMARY KEY (form, period, question, option),
    CHECK ((question = '') = (option = '')),
    CHECK ((count IS NULL) <> (percent IS NULL)),
    CHECK (worked_back = 0 OR count IS NOT NULL)
) STRICT, WITHOUT ROWID;
INSERT INTO "earlier_year" VALUES('call','2024','','',880,NULL,NULL,0);
INSERT INTO "earlier_year" VALUES('call','2024','agency','child_welfare',NULL,'7',880,0);
INSERT INTO "earlier_year" VALUES('call','2024','agency','police',90,NULL,880,0);
CREATE TABLE exchange_day (
    day   TEXT PRIMARY KEY CHECK (length(day) = 10),
    calls INTEGER NOT NULL CHECK (calls >= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO "exchange_day" VALUES('2026-11-05',2);
INSERT INTO "exchange_day" VALUES('2026-11-06',3);
INSERT INTO "exchange_day" VALUES('2026-11-21',1);
CREATE TABLE "folder" (
    only          INTEGER PRIMARY KEY CHECK (only = 1),
    monthly_since TEXT NOT NULL,
    tertial_since TEXT NOT NULL,
    annual_since  TEXT NOT NULL
) STRICT;
INSERT INTO "folder" VALUES(1,'2026-11-30T13:20','2026-11-30T13:20','2026-11-30T13:20');
CREATE TABLE full_house (
    month     TEXT PRIMARY KEY CHECK (length(month) = 7),
    -- How many beds there were, where that was known, and on how many days all of them were in use.
    beds      INTEGER,
    full_days INTEGER CHECK ((full_days IS NULL) = (beds IS NULL)),
    highest   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE heartbeat (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    beat TEXT NOT NULL
) STRICT;
INSERT INTO "heartbeat" VALUES(1,'2027-02-04T07:10:00+00:00');
CREATE TABLE house_month (
    form       TEXT NOT NULL,
    month      TEXT NOT NULL CHECK (length(month) = 7),
    person     TEXT NOT NULL,
    nights     INTEGER NOT NULL,
    arrivals   INTEGER NOT NULL,
    departures INTEGER NOT NULL,
    PRIMARY KEY (form, month, person)
) STRICT, WITHOUT ROWID;
CREATE TABLE import_file (
    number INTEGER PRIMARY KEY,
    -- Whose file it was, as `--source` says; empty where nobody said.
    name   TEXT NOT NULL,
    form   TEXT NOT NULL,
    -- The local day of the import, as 2016-07-14.
    day    TEXT NOT NULL CHECK (length(day) = 10),
    -- How many of its rows became records.
    added  INTEGER NOT NULL CHECK (added >= 0)
, stage TEXT NOT NULL DEFAULT 'done'
    CHECK (stage IN ('writing', 'removing', 'counting', 'done'))) STRICT;
INSERT INTO "import_file" VALUES(1,'','call','2026-11-30',18,'done');
CREATE TABLE invite (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    digest   BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    role     TEXT NOT NULL CHECK (role IN ('administrator', 'leader', 'staff')),
    -- Makes the first administrator, as long as nobody is let in.
    first    INTEGER NOT NULL CHECK (first IN (0, 1)),
    -- In UTC, to the second.
    expires  TEXT NOT NULL,
    -- With a seat its codes go, those it made and the one it used.
    made_by  INTEGER REFERENCES seat ON DELETE CASCADE,
    spent_by INTEGER REFERENCES seat ON DELETE CASCADE
, seat INTEGER REFERENCES seat ON DELETE CASCADE) STRICT;
INSERT INTO "invite" VALUES(8,X'BA0B9C2C5B2CE083BECC8ABD31F95D9F41ED4C612CC05384B4A0B7CE19FC903B','staff',0,'2027-02-05T07:10:00+00:00',1,NULL,NULL);
CREATE TABLE kept_update (
    number  INTEGER PRIMARY KEY,
    arrival TEXT NOT NULL
) STRICT;
CREATE TABLE last_copy (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    day  TEXT NOT NULL CHECK (length(day) = 10)
) STRICT;
CREATE TABLE message (
    chat    INTEGER NOT NULL REFERENCES "place" (number),
    message INTEGER NOT NULL,
    -- The local hour in which it last came to show something of a call.
    hour    TEXT NOT NULL CHECK (length(hour) = 13),
    -- An untouched first screen; a form or anything else that is taken away whole; a receipt, one that has lost its
    -- buttons before its answers, and one that has lost its answers before its buttons.
    stage   TEXT NOT NULL CHECK (stage IN ('fresh', 'form', 'receipt', 'closed', 'cleared')),
    -- The receipt's record, only as long as its seat may correct it; never of a declined call, whose messages are as
    -- those of a form that was left.
    source  TEXT CHECK (source IS NULL OR stage IN ('receipt', 'cleared')),
    PRIMARY KEY (chat, message)
) STRICT, WITHOUT ROWID;
INSERT INTO "message" VALUES(2,3,'2027-02-04T08','receipt','fQigJS420w');
INSERT INTO "message" VALUES(2,4,'2027-02-04T08','fresh',NULL);
INSERT INTO "message" VALUES(2,7,'2027-02-04T08','receipt','2vA2HO-JqY');
INSERT INTO "message" VALUES(2,8,'2027-02-04T08','fresh',NULL);
INSERT INTO "message" VALUES(2,11,'2027-02-04T08','receipt','iiHf3A0_US');
INSERT INTO "message" VALUES(2,12,'2027-02-04T08','fresh',NULL);
INSERT INTO "message" VALUES(2,15,'2027-02-04T08','form',NULL);
INSERT INTO "message" VALUES(2,16,'2027-02-04T08','fresh',NULL);
INSERT INTO "message" VALUES(2,19,'2026-12-01T14','receipt',NULL);
INSERT INTO "message" VALUES(2,20,'2026-12-01T14','fresh',NULL);
INSERT INTO "message" VALUES(2,23,'2026-12-01T14','form',NULL);
INSERT INTO "message" VALUES(2,24,'2026-12-01T14','fresh',NULL);
INSERT INTO "message" VALUES(2,27,'2026-12-01T14','receipt',NULL);
INSERT INTO "message" VALUES(2,28,'2026-12-01T14','fresh',NULL);
INSERT INTO "message" VALUES(2,31,'2026-12-01T14','receipt',NULL);
INSERT INTO "message" VALUES(2,32,'2026-12-01T14','fresh',NULL);
INSERT INTO "message" VALUES(2,35,'2026-12-01T14','receipt',NULL);
INSERT INTO "message" VALUES(2,36,'2026-12-01T14','fresh',NULL);
INSERT INTO "message" VALUES(2,41,'2026-12-03T08','receipt',NULL);
INSERT INTO "message" VALUES(2,42,'2026-12-03T08','fresh',NULL);
INSERT INTO "message" VALUES(2,45,'2026-12-03T08','receipt',NULL);
INSERT INTO "message" VALUES(2,46,'2026-12-03T08','fresh',NULL);
INSERT INTO "message" VALUES(3,7,'2026-12-01T14','receipt',NULL);
INSERT INTO "message" VALUES(3,8,'2026-12-01T14','fresh',NULL);
INSERT INTO "message" VALUES(4,3,'2027-02-04T08','receipt','lKutHyY7CL');
INSERT INTO "message" VALUES(4,4,'2027-02-04T08','fresh',NULL);
INSERT INTO "message" VALUES(4,5,'2026-12-04T08','fresh',NULL);
CREATE TABLE passkey (
    id         BLOB PRIMARY KEY,
    seat       INTEGER NOT NULL REFERENCES seat ON DELETE CASCADE,
    public_key BLOB NOT NULL,
    uses       INTEGER NOT NULL CHECK (uses >= 0)
) STRICT, WITHOUT ROWID;
CREATE TABLE "place" (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id     INTEGER NOT NULL UNIQUE
) STRICT;
INSERT INTO "place" VALUES(1,-1001);
INSERT INTO "place" VALUES(2,11);
INSERT INTO "place" VALUES(3,14);
INSERT INTO "place" VALUES(4,12);
CREATE TABLE polling (
    only      INTEGER PRIMARY KEY CHECK (only = 1),
    last_seen TEXT NOT NULL
) STRICT;
INSERT INTO "polling" VALUES(1,'2027-02-04T08:10+01:00');
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
    voided_at   TEXT, shift TEXT CHECK (shift IS NULL OR (length(shift) = 16 AND outcome <> 'declined')), import_number INTEGER REFERENCES import_file (number),
    CHECK (outcome <> 'declined' OR (answers = '{}' AND length(occurred_at) = 7 AND length(recorded_at) = 7))
) STRICT;
INSERT INTO "record" VALUES(-199734701081621,'call','2ziM9JCJt3baZzDkYp','2026-12','2026-12',NULL,'1Cv-wNcIpS','declined','{}',1,NULL,NULL,NULL);
INSERT INTO "record" VALUES(-179607938263991,'call','2ziM9JCJt3baZzDkYp','2027-01','2027-01',NULL,'j5SxDny0Un','declined','{}',1,NULL,NULL,NULL);
INSERT INTO "record" VALUES(-107586668490640,'call','2ziM9JCJt3baZzDkYp','2027-02','2027-02',NULL,'qjHempYo-5','declined','{}',1,NULL,NULL,NULL);
INSERT INTO "record" VALUES(-92779913576707,'call','2ziM9JCJt3baZzDkYp','2026-10','2026-11',NULL,'1:8','declined','{}',1,NULL,NULL,1);
INSERT INTO "record" VALUES(-36498971348387,'call','2ziM9JCJt3baZzDkYp','2026-12','2026-12',NULL,'EGWNIHV3bf','declined','{}',1,NULL,NULL,NULL);
INSERT INTO "record" VALUES(1,'call','2ziM9JCJt3baZzDkYp','2025-03-02','2026-11-30',NULL,'1:1','registered','{"caller":"agency","agency":"police","reason":"violence","crisis":"yes","minority":"no"}',1,NULL,NULL,1);
INSERT INTO "record" VALUES(2,'call','2ziM9JCJt3baZzDkYp','2025-11-04','2026-11-30',NULL,'1:2','registered','{"caller":"woman","behalf":"self","reason":"violence","crisis":"yes","minority":"no"}',1,NULL,NULL,1);
INSERT INTO "record" VALUES(3,'call','2ziM9JCJt3baZzDkYp','2025-11-12','2026-11-30',NULL,'1:3','registered','{"caller":"agency","agency":"nav","reason":"follow_up","crisis":"no","minority":"yes"}',1,NULL,NULL,1);
INSERT INTO "record" VALUES(4,'call','2ziM9JCJt3baZzDkYp','2025-11-12','2026-11-30',NULL,'1:4','registered','{"caller":"agency","agency":"nav","reason":"follow_up","crisis":"no","minority":"yes"}',1,NULL,NULL,1);
INSERT INTO "record" VALUES(5,'call','2ziM9JCJt3baZzDkYp','2025-11-20','2026-11-30',NULL,'1:5','registered','{"caller":"man","behalf":"other","reason":"guidance","crisis":"no","minority":"unknown"}',1,NULL,NULL,1);
INSERT INTO "record" VALUES(6,'call','2ziM9JCJt3baZzDkYp','2026-02-28','2026-11-30',NULL,'1:6','unspecified','{}',1,NULL,NULL,1);
INSERT INTO "record" VALUES(7,'call','2ziM9JCJt3baZzDkYp','2026-09-15','2026-11-30',NULL,'1:7','registered','{"caller":"agency","agency":"child_welfare","reason":"follow_up","crisis":"no","minority":"no"}',1,NULL,NULL,1);
INSERT INTO "record" VALUES(8,'call','2ziM9JCJt3baZzDkYp','2026-10-03','2026-11-30',NULL,'1:9','registered','{"caller":"unknown","behalf":"unknown","reason":"unknown","crisis":"no","minority":"unknown"}',1,NULL,NULL,1);
INSERT INTO "record" VALUES(9,'call','2ziM9JCJt3baZzDkYp','2026-10-04','2026-11-30',NULL,'1:10','registered','{"caller":"agency","agency":"health","reason":"guidance","crisis":"no","minority":"no"}',1,NULL,NULL,1);
INSERT INTO "record" VALUES(10,'call','2ziM9JCJt3baZzDkYp','2026-10-25','2026-11-30',NULL,'1:11','registered','{"caller":"woman","behalf":"self","reason":"violence","crisis":"yes","minority":"yes"}',1,NULL,NULL,1);
INSERT INTO "record" VALUES(11,'call','2ziM9JCJt3baZzDkYp','2026-11-02','2026-11-30',NULL,'1:12','irrelevant','{"aside":"silent"}',1,NULL,NULL,1);
INSERT INTO "record" VALUES(12,'call','2ziM9JCJt3baZzDkYp','2026-11-05','2026-11-30',NULL,'1:13','registered','{"caller":"woman","behalf":"other","reason":"guidance","crisis":"no","minority":"no"}',1,NULL,NULL,1);
INSERT INTO "record" VALUES(13,'call','2ziM9JCJt3baZzDkYp','2026-11-06','2026-11-30',NULL,'1:14','registered','{"caller":"agency","agency":"police","reason":"violence","crisis":"yes","minority":"no"}',1,NULL,NULL,1);
INSERT INTO "record" VALUES(14,'call','2ziM9JCJt3baZzDkYp','2026-11-06','2026-11-30',NULL,'1:15','registered','{"caller":"agency","agency":"police","reason":"violence","crisis":"yes","minority":"no"}',1,NULL,NULL,1);
INSERT INTO "record" VALUES(15,'call','2ziM9JCJt3baZzDkYp','2026-11-21','2026-11-30',NULL,'1:16','registered','{"caller":"agency","agency":"lawyer","reason":"follow_up","crisis":"no","minority":"unknown"}',1,NULL,NULL,1);
INSERT INTO "record" VALUES(16,'call','2ziM9JCJt3baZzDkYp','2026-11-24','2026-11-30',NULL,'1:17','unspecified','{}',1,NULL,NULL,1);
INSERT INTO "record" VALUES(17,'call','2ziM9JCJt3baZzDkYp','2026-11-28','2026-11-30',NULL,'1:18','registered','{"caller":"woman","behalf":"self","reason":"follow_up","crisis":"no","minority":"no"}',1,NULL,NULL,1);
INSERT INTO "record" VALUES(18,'call','2ziM9JCJt3baZzDkYp','2026-12-01','2026-12-01',NULL,'_dTtr-SuFu','registered','{"caller":"agency","agency":"police","reason":"violence","crisis":"no","minority":"yes"}',1,NULL,NULL,NULL);
INSERT INTO "record" VALUES(19,'call','2ziM9JCJt3baZzDkYp','2026-12-01','2026-12-01',NULL,'J4fu6Jikki','registered','{"caller":"woman","behalf":"self","reason":"violence","crisis":"yes","minority":"no"}',1,NULL,NULL,NULL);
INSERT INTO "record" VALUES(20,'call','2ziM9JCJt3baZzDkYp','2026-12-01','2026-12-01',NULL,'mL5lcwcBW8','registered','{"caller":"agency","agency":"nav","reason":"follow_up","crisis":"no","minority":"unknown"}',2,'2026-12-01',NULL,NULL);
INSERT INTO "record" VALUES(21,'call','2ziM9JCJt3baZzDkYp','2026-12-01','2026-12-01',NULL,'6m6VdQryBS','irrelevant','{"aside":"silent"}',1,NULL,NULL,NULL);
INSERT INTO "record" VALUES(22,'call','2ziM9JCJt3baZzDkYp','2026-12-01','2026-12-01',NULL,'tYRSYOOxKM','registered','{"caller":"man","behalf":"other","reason":"follow_up","crisis":"no","minority":"yes","also":["guidance"]}',3,NULL,NULL,NULL);
INSERT INTO "record" VALUES(23,'call','2ziM9JCJt3baZzDkYp','2026-11-30','2026-12-01',NULL,'YwnSE379QY','registered','{"caller":"agency","agency":"health","reason":"violence","crisis":"no","minority":"no"}',1,NULL,NULL,NULL);
INSERT INTO "record" VALUES(24,'outgoing','rwy6A3OkQ-PvAGBHli','2026-12-01','2026-12-01',NULL,'w8OPgsGKH2','registered','{"to":"police"}',1,NULL,NULL,NULL);
INSERT INTO "record" VALUES(25,'call','2ziM9JCJt3baZzDkYp','2026-12-01','2026-12-01',NULL,'J2M3IM4W_z','unspecified','{}',1,NULL,NULL,NULL);
INSERT INTO "record" VALUES(26,'call','2ziM9JCJt3baZzDkYp','2026-12-01','2026-12-01',NULL,'kGhTSGNwkj','unspecified','{}',1,NULL,NULL,NULL);
INSERT INTO "record" VALUES(27,'call','2ziM9JCJt3baZzDkYp','2026-12-01','2026-12-01',NULL,'3BJq8YqZPC','unspecified','{}',1,NULL,NULL,NULL);
INSERT INTO "record" VALUES(28,'call','2ziM9JCJt3baZzDkYp','2026-11-28','2026-12-03',NULL,'KFYez8N-Vp','registered','{"caller":"agency","agency":"child_welfare","reason":"guidance","crisis":"yes","minority":"no"}',1,NULL,NULL,NULL);
INSERT INTO "record" VALUES(29,'call','2ziM9JCJt3baZzDkYp','2026-12-03','2026-12-03',NULL,'5IF_ML1uT4','registered','{"caller":"agency","agency":"shelter","reason":"guidance","crisis":"no","minority":"no"}',1,NULL,NULL,NULL);
INSERT INTO "record" VALUES(30,'call','2ziM9JCJt3baZzDkYp','2026-12-04','2026-12-04',NULL,'7AyKiE4dNS','registered','{"caller":"agency","agency":"nav","reason":"follow_up","crisis":"no","minority":"no"}',2,'2026-12-04',NULL,NULL);
INSERT INTO "record" VALUES(31,'call','2ziM9JCJt3baZzDkYp','2026-12-04','2026-12-04',NULL,'1oWMUiLQhY','registered','{"caller":"woman","behalf":"self","reason":"violence","crisis":"no","minority":"yes"}',2,NULL,NULL,NULL);
INSERT INTO "record" VALUES(32,'call','2ziM9JCJt3baZzDkYp','2026-12-04','2026-12-04',NULL,'OKnb3i3ZOZ','irrelevant','{"aside":"silent"}',1,NULL,NULL,NULL);
INSERT INTO "record" VALUES(33,'call','2ziM9JCJt3baZzDkYp','2026-12-04','2026-12-04',NULL,'gTt8Tih_de','registered','{"caller":"agency","agency":"police","reason":"violence","crisis":"no","minority":"unknown"}',1,NULL,NULL,NULL);
INSERT INTO "record" VALUES(34,'call','2ziM9JCJt3baZzDkYp','2027-01-04','2027-01-04',NULL,'ZCKGxFWcr1','registered','{"caller":"agency","agency":"nav","reason":"follow_up","crisis":"no","minority":"no"}',2,'2027-01-04',NULL,NULL);
INSERT INTO "record" VALUES(35,'call','2ziM9JCJt3baZzDkYp','2027-01-04','2027-01-04',NULL,'gIkKLLNwhQ','registered','{"caller":"woman","behalf":"self","reason":"violence","crisis":"no","minority":"yes"}',2,NULL,NULL,NULL);
INSERT INTO "record" VALUES(36,'call','2ziM9JCJt3baZzDkYp','2027-01-04','2027-01-04',NULL,'lMgKYVJBgu','irrelevant','{"aside":"silent"}',1,NULL,NULL,NULL);
INSERT INTO "record" VALUES(37,'call','2ziM9JCJt3baZzDkYp','2027-01-04','2027-01-04',NULL,'9LaSgrDPPL','registered','{"caller":"agency","agency":"police","reason":"violence","crisis":"no","minority":"unknown"}',1,NULL,NULL,NULL);
INSERT INTO "record" VALUES(38,'call','2ziM9JCJt3baZzDkYp','2027-02-04T08','2027-02-04T08',2,'fQigJS420w','registered','{"caller":"agency","agency":"nav","reason":"follow_up","crisis":"no","minority":"no"}',2,'2027-02-04','2027-02-04T07:30',NULL);
INSERT INTO "record" VALUES(39,'call','2ziM9JCJt3baZzDkYp','2027-02-04T08','2027-02-04T08',2,'2vA2HO-JqY','registered','{"caller":"woman","behalf":"self","reason":"violence","crisis":"no","minority":"yes"}',2,NULL,'2027-02-04T07:30',NULL);
INSERT INTO "record" VALUES(40,'call','2ziM9JCJt3baZzDkYp','2027-02-04T08','2027-02-04T08',2,'iiHf3A0_US','irrelevant','{"aside":"silent"}',1,NULL,'2027-02-04T07:30',NULL);
INSERT INTO "record" VALUES(41,'call','2ziM9JCJt3baZzDkYp','2027-02-04T08','2027-02-04T08',3,'lKutHyY7CL','registered','{"caller":"agency","agency":"police","reason":"violence","crisis":"no","minority":"unknown"}',1,NULL,'2027-02-04T07:30',NULL);
CREATE TABLE release (
    number    INTEGER PRIMARY KEY,
    -- Local civil days, as 2016-07-14.
    day       TEXT NOT NULL,
    form      TEXT NOT NULL,
    period    TEXT NOT NULL,
    k         INTEGER NOT NULL CHECK (k > 1),
    withdrawn TEXT,
    reason    TEXT,
    -- Whether anybody outside has, or may have, seen it.
    seen      INTEGER NOT NULL DEFAULT 1 CHECK (seen IN (0, 1)),
    CHECK ((withdrawn IS NULL) = (reason IS NULL)),
    CHECK (seen = 1 OR withdrawn IS NOT NULL)
) STRICT;
INSERT INTO "release" VALUES(1,'2026-11-30','call','2026-10',5,'2026-11-30','prøve',1);
INSERT INTO "release" VALUES(2,'2026-11-30','call','2026-09',5,NULL,NULL,1);
CREATE TABLE released_figure (
    release     INTEGER NOT NULL REFERENCES release,
    first_month TEXT NOT NULL,
    last_month  TEXT NOT NULL,
    cell        TEXT NOT NULL,
    -- What it shows; empty where it was hidden.
    value       INTEGER CHECK (value >= 0),
    -- Whether a hidden one is smaller than k, and not 0.
    small       INTEGER NOT NULL CHECK (small IN (0, 1)),
    PRIMARY KEY (release, first_month, last_month, cell),
    CHECK (value IS NULL OR small = 0)
) STRICT, WITHOUT ROWID;
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','=total',NULL,1);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','agency=child_welfare',NULL,0);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','agency=health',NULL,1);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','agency=lawyer',NULL,0);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','agency=nav',NULL,0);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','agency=other',NULL,0);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','agency=police',NULL,0);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','agency=shelter',NULL,0);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','also=follow_up',0,0);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','also=guidance',0,0);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','also=violence',0,0);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','behalf=*',NULL,1);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','behalf=+',NULL,1);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','behalf=?',NULL,1);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','behalf=other',0,0);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','behalf=self',NULL,1);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','caller=+',NULL,1);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','caller=?',NULL,1);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','caller=agency',NULL,1);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','caller=man',0,0);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','caller=woman',NULL,1);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','crisis=no',NULL,1);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','crisis=yes',NULL,1);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','minority=+',NULL,1);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','minority=?',NULL,1);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','minority=no',NULL,1);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','minority=yes',NULL,1);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','reason=+',NULL,1);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','reason=?',NULL,1);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','reason=follow_up',0,0);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','reason=guidance',NULL,1);
INSERT INTO "released_figure" VALUES(1,'2026-10','2026-10','reason=violence',NULL,1);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','=total',NULL,1);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','agency=child_welfare',NULL,1);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','agency=health',NULL,0);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','agency=lawyer',NULL,0);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','agency=nav',NULL,0);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','agency=other',NULL,0);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','agency=police',NULL,0);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','agency=shelter',NULL,0);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','also=follow_up',0,0);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','also=guidance',0,0);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','also=violence',0,0);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','behalf=*',NULL,0);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','behalf=+',NULL,0);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','behalf=?',NULL,0);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','behalf=other',NULL,0);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','behalf=self',0,0);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','caller=+',NULL,1);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','caller=?',NULL,0);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','caller=agency',NULL,1);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','caller=man',NULL,0);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','caller=woman',NULL,0);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','crisis=no',NULL,1);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','crisis=yes',NULL,0);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','minority=+',NULL,1);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','minority=?',0,0);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','minority=no',NULL,1);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','minority=yes',NULL,0);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','reason=+',NULL,1);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','reason=?',0,0);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','reason=follow_up',NULL,1);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','reason=guidance',NULL,0);
INSERT INTO "released_figure" VALUES(2,'2026-09','2026-09','reason=violence',NULL,0);
CREATE TABLE released_month (
    release INTEGER NOT NULL REFERENCES release,
    month   TEXT NOT NULL,
    digest  TEXT NOT NULL,
    PRIMARY KEY (release, month)
) STRICT, WITHOUT ROWID;
INSERT INTO "released_month" VALUES(1,'2026-10','561eeb34eb766d86');
INSERT INTO "released_month" VALUES(2,'2026-09','980a6b4a7c6b2fbd');
CREATE TABLE restored (
    number        INTEGER PRIMARY KEY,
    -- Local civil time to the minute: a report that fell due before this, and is not sent, may have been all the same.
    at            TEXT NOT NULL CHECK (length(at) = 16),
    -- Whatever gets a number gets one above this, so that none is given twice.
    numbers_above INTEGER NOT NULL CHECK (numbers_above > 0),
    -- Whether the administrators have been asked whom to let in again.
    people_asked  INTEGER NOT NULL DEFAULT 0 CHECK (people_asked IN (0, 1)),
    -- Whether they have been asked which reports have come, and have answered, or need not be asked.
    reports       TEXT NOT NULL DEFAULT 'unknown' CHECK (reports IN ('unknown', 'asked', 'settled'))
) STRICT;
CREATE TABLE seat (
    -- Never given twice: what a seat may correct is known by its number.
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    role    TEXT NOT NULL CHECK (role IN ('administrator', 'leader', 'staff')),
    -- What the place is, never who: a key such as duty_phone.
    name    TEXT NOT NULL DEFAULT '',
    -- Invited, and not let in yet.
    waiting INTEGER NOT NULL DEFAULT 0 CHECK (waiting IN (0, 1)),
    -- A local day.
    used_on TEXT NOT NULL CHECK (length(used_on) = 10),
    -- Whether somebody has been told that it lapses soon.
    warned  INTEGER NOT NULL DEFAULT 0 CHECK (warned IN (0, 1)),
    -- There for the config's sake alone.
    named   INTEGER NOT NULL DEFAULT 0 CHECK (named IN (0, 1))
, restored INTEGER NOT NULL DEFAULT 0 CHECK (restored IN (0, 1))) STRICT;
INSERT INTO "seat" VALUES(1,'administrator','',0,'2027-02-04',0,0,0);
INSERT INTO "seat" VALUES(2,'staff','',0,'2027-02-04',0,0,0);
INSERT INTO "seat" VALUES(3,'leader','',0,'2027-02-04',0,0,0);
INSERT INTO "seat" VALUES(4,'staff','',0,'2026-12-01',0,1,0);
CREATE TABLE setting (
    name   TEXT PRIMARY KEY,
    digest TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "setting" VALUES('access','23fcc300dde40486c4304244ea245f0fa093468e63421e09772ae9687f8be933');
INSERT INTO "setting" VALUES('backup','50cd3250e0c71c824de9e7d20d79de1c62d9eff14bce0fe2f7931c90b0081d18');
INSERT INTO "setting" VALUES('centre','12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126');
INSERT INTO "setting" VALUES('clock','ed45a51758ff26e4b29df1ad6d3449cc8ed0f55082aae605ea17c9642efd8fdb');
INSERT INTO "setting" VALUES('database','2b5b07e93995e8f67c6e2f9ab97c04448112a40d279794c2780637a5a1ea2c20');
INSERT INTO "setting" VALUES('desk','74234e98afe7498fb5daf1f36ac2d78acc339464f950703b8c019892f982b90b');
INSERT INTO "setting" VALUES('forms','48867aafb6dedac706918fbc0155ff9bc9e762fa1380951988b445fe1555512e');
INSERT INTO "setting" VALUES('host','2e3e9cc8dab5e35529bd39c08cca363bc7dc82780c69f2c6ec8caa789a02bf3e');
INSERT INTO "setting" VALUES('language','094a77db9c7fe7ef827ef99366e2fcdce64aeb5042878732c376ab6095e595d8');
INSERT INTO "setting" VALUES('logging','2c3f2894c99d7d5dbfc260ae498aed16b54f6ec0cb6898f45bbb87bc912f4f8e');
INSERT INTO "setting" VALUES('mail','74234e98afe7498fb5daf1f36ac2d78acc339464f950703b8c019892f982b90b');
INSERT INTO "setting" VALUES('privacy','9e179f4c1bc88a2d5885dd855f5332abeeb989643b2142d7ddd97d0ed87c0f0c');
INSERT INTO "setting" VALUES('publication','7b88004a9ffe7eb784e63f55c9db0db866dd06fe5417df9e86a2e4fa64befd63');
INSERT INTO "setting" VALUES('reports','42ddb096d3135481cad925111ca545b9f3e9d9090f6e901fd601662d06cc2fcc');
INSERT INTO "setting" VALUES('shifts','b12347d3586ad7a04de4ed3907efd53b06171a443274c7eef180168531bf4760');
INSERT INTO "setting" VALUES('stays','07be01cabb3cc63f5b2e3ca1f1a1bcf2d3d00b0a6ea31aed63c94fa2e1116837');
INSERT INTO "setting" VALUES('telegram','202bd07fc61996edfe03d80d13acb4870d033fed608564be5d914b4263835a8e');
INSERT INTO "setting" VALUES('timezone','9ff7c78efc94c036323fd59137c70ab2a6dade87a08f4a6515d04450b6ce7755');
CREATE TABLE shift (
    -- Local civil time to the minute.
    began    TEXT PRIMARY KEY CHECK (length(began) = 16),
    -- Known once it is asked about.
    ended    TEXT CHECK (length(ended) = 16),
    step     TEXT NOT NULL DEFAULT 'open' CHECK (step IN ('open', 'incoming', 'missing', 'outgoing', 'done')),
    -- The calls in that the telephone showed; none where nobody said.
    counted  INTEGER CHECK (counted >= 0),
    outgoing INTEGER CHECK (outgoing >= 0),
    -- Declined calls, for two days: then both sides are told without them.
    declined INTEGER NOT NULL DEFAULT 0 CHECK (declined >= 0),
    -- The records of the shift, once their hours are cut and they no longer can be counted.
    logged   INTEGER CHECK (logged >= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO "shift" VALUES('2026-11-30T22:30','2026-12-01T07:30','done',NULL,NULL,0,0);
INSERT INTO "shift" VALUES('2026-12-01T07:30','2026-12-01T15:00','done',9,NULL,0,7);
INSERT INTO "shift" VALUES('2026-12-02T22:30','2026-12-03T07:30','incoming',NULL,NULL,0,0);
INSERT INTO "shift" VALUES('2027-02-04T07:30',NULL,'open',NULL,NULL,1,NULL);
CREATE TABLE shift_change (
    shift  TEXT NOT NULL REFERENCES shift (began),
    number INTEGER NOT NULL,
    what   TEXT NOT NULL CHECK (what IN ('counted', 'outgoing')),
    -- The hour, later its day.
    at     TEXT NOT NULL CHECK (length(at) IN (10, 13)),
    -- The seat, only while it may take back what it registered.
    by     INTEGER,
    -- The figure as it was and as it became; none where it was or became not known.
    before INTEGER CHECK (before >= 0),
    after  INTEGER CHECK (after BETWEEN 0 AND 999),
    PRIMARY KEY (shift, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "shift_change" VALUES('2026-12-01T07:30',1,'counted','2026-12-01',NULL,7,9);
CREATE TABLE "shift_question" (
    shift   TEXT NOT NULL REFERENCES shift (began),
    seat    INTEGER NOT NULL,
    message INTEGER,
    PRIMARY KEY (shift, seat)
) STRICT, WITHOUT ROWID;
CREATE TABLE shifts_since (
    only  INTEGER PRIMARY KEY CHECK (only = 1),
    since TEXT NOT NULL
) STRICT;
INSERT INTO "shifts_since" VALUES(1,'2026-11-30T13:20');
CREATE TABLE sign_of_life (
    only   INTEGER PRIMARY KEY CHECK (only = 1),
    monday TEXT NOT NULL CHECK (length(monday) = 10)
) STRICT;
INSERT INTO "sign_of_life" VALUES(1,'2027-02-01');
CREATE TABLE source_key (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    key  BLOB NOT NULL CHECK (length(key) = 32)
) STRICT;
INSERT INTO "source_key" VALUES(1,X'86413448E6E656E4797B59AD93D90E1328B972F5ED90C91F9E79C608F1D8A345');
CREATE TABLE stay (
    record     INTEGER PRIMARY KEY REFERENCES record (id) ON UPDATE CASCADE ON DELETE CASCADE,
    form       TEXT NOT NULL,
    -- Whose nights they are: an answer's key, or the one of the form's file.
    person     TEXT NOT NULL,
    -- 2016-07-14, later 2016-07, in local civil time.
    arrived    TEXT NOT NULL CHECK (length(arrived) IN (7, 10)),
    left       TEXT CHECK (length(left) = length(arrived)),
    -- The night before; its month can be an earlier one.
    last_night TEXT CHECK (length(last_night) = length(arrived)),
    -- A random number that those who came together share, and what the house's own board explains: while it is open.
    bond       TEXT,
    label      TEXT,
    CHECK ((left IS NULL) = (last_night IS NULL)),
    CHECK (left IS NULL OR (bond IS NULL AND label IS NULL)),
    CHECK (left IS NOT NULL OR length(arrived) = 10)
) STRICT;
CREATE TABLE unlock_code (
    seat  INTEGER PRIMARY KEY REFERENCES seat ON DELETE CASCADE,
    hash  TEXT NOT NULL,
    wrong INTEGER NOT NULL DEFAULT 0 CHECK (wrong >= 0)
) STRICT;
CREATE TABLE way_in (
    kind    TEXT NOT NULL CHECK (kind IN ('telegram')),
    account INTEGER NOT NULL,
    seat    INTEGER NOT NULL REFERENCES seat ON DELETE CASCADE,
    PRIMARY KEY (kind, account)
) STRICT, WITHOUT ROWID;
INSERT INTO "way_in" VALUES('telegram',13,1);
INSERT INTO "way_in" VALUES('telegram',11,2);
INSERT INTO "way_in" VALUES('telegram',12,3);
INSERT INTO "way_in" VALUES('telegram',14,4);
CREATE INDEX record_exact ON record (recorded_at) WHERE length(recorded_at) = 13 OR recorded_by IS NOT NULL;
CREATE INDEX record_hour ON record (occurred_at) WHERE length(occurred_at) = 13;
CREATE INDEX record_late ON record (form, month, occurred_at)
WHERE voided_at IS NULL AND outcome IN ('registered', 'unspecified') AND instr(source, ':') = 0
    AND julianday(substr(recorded_at, 1, 10)) - julianday(substr(occurred_at, 1, 10)) > 1;
CREATE INDEX record_shift ON record (shift) WHERE shift IS NOT NULL;
CREATE INDEX record_time ON record (occurred_at);
CREATE TRIGGER record_added AFTER INSERT ON record WHEN new.voided_at IS NULL
BEGIN
    INSERT INTO answer_count
    SELECT grain, new.form, substr(new.occurred_at, 1, letters), new.outcome, new.answers, 1
    FROM (SELECT 'month' AS grain, 7 AS letters UNION ALL SELECT 'day', 10)
    WHERE length(new.occurred_at) >= letters
    ON CONFLICT DO UPDATE SET calls = calls + 1;
END;
CREATE TRIGGER record_removed AFTER DELETE ON record WHEN old.voided_at IS NULL
BEGIN
    DELETE FROM answer_count
    WHERE grain IN ('month', 'day') AND form = old.form AND outcome = old.outcome AND answers = old.answers
        AND period IN (substr(old.occurred_at, 1, 7), substr(old.occurred_at, 1, 10)) AND calls = 1;
    UPDATE answer_count SET calls = calls - 1
    WHERE grain IN ('month', 'day') AND form = old.form AND outcome = old.outcome AND answers = old.answers
        AND period IN (substr(old.occurred_at, 1, 7), substr(old.occurred_at, 1, 10));
END;
CREATE TRIGGER record_changed AFTER UPDATE OF form, occurred_at, outcome, answers, voided_at ON record
WHEN (old.form, substr(old.occurred_at, 1, 10), old.outcome, old.answers, old.voided_at IS NULL)
    IS NOT (new.form, substr(new.occurred_at, 1, 10), new.outcome, new.answers, new.voided_at IS NULL)
BEGIN
    DELETE FROM answer_count
    WHERE grain IN ('month', 'day') AND form = old.form AND outcome = old.outcome AND answers = old.answers
        AND period IN (substr(old.occurred_at, 1, 7), substr(old.occurred_at, 1, 10))
        AND old.voided_at IS NULL AND calls = 1;
    UPDATE answer_count SET calls = calls - 1
    WHERE grain IN ('month', 'day') AND form = old.form AND outcome = old.outcome AND answers = old.answers
        AND period IN (substr(old.occurred_at, 1, 7), substr(old.occurred_at, 1, 10))
        AND old.voided_at IS NULL;
    INSERT INTO answer_count
    SELECT grain, new.form, substr(new.occurred_at, 1, letters), new.outcome, new.answers, 1
    FROM (SELECT 'month' AS grain, 7 AS letters UNION ALL SELECT 'day', 10)
    WHERE length(new.occurred_at) >= letters AND new.voided_at IS NULL
    ON CONFLICT DO UPDATE SET calls = calls + 1;
END;
CREATE INDEX way_in_seat ON way_in (seat);
CREATE INDEX record_import ON record (import_number) WHERE import_number IS NOT NULL;
CREATE INDEX message_source ON message (source) WHERE source IS NOT NULL;
CREATE TRIGGER message_declined AFTER UPDATE OF outcome ON record WHEN new.outcome = 'declined'
BEGIN
    UPDATE message SET stage = 'form', source = NULL WHERE source = new.source;
END;
CREATE VIEW "calls" AS SELECT id, occurred_at, recorded_at, outcome, json_extract(answers, '$.caller') AS "caller", json_extract(answers, '$.behalf') AS "behalf", json_extract(answers, '$.agency') AS "agency", json_extract(answers, '$.reason') AS "reason", json_extract(answers, '$.crisis') AS "crisis", json_extract(answers, '$.minority') AS "minority", json_extract(answers, '$.aside') AS "aside", json_extract(answers, '$.also') AS "also" FROM record WHERE form = 'call' AND voided_at IS NULL;
CREATE VIEW "outgoing_calls" AS SELECT id, occurred_at, recorded_at, outcome, json_extract(answers, '$.to') AS "to" FROM record WHERE form = 'outgoing' AND voided_at IS NULL;
CREATE INDEX audit_time ON audit (at);
CREATE INDEX device_seat ON device (seat);
CREATE INDEX passkey_seat ON passkey (seat);
CREATE INDEX stay_open ON stay (form) WHERE left IS NULL;
CREATE INDEX stay_exact ON stay (left) WHERE length(arrived) = 10;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('seat',4);
INSERT INTO "sqlite_sequence" VALUES('place',4);
INSERT INTO "sqlite_sequence" VALUES('invite',8);
COMMIT;
PRAGMA user_version = 24;
