-- The rows of the dataset `entreprinder`. Everything is computed from row numbers by hashint8extended, md5,
-- + - * /, floor and sqrt, which are exact on every machine: no random(), no now(), no pow(). So PostgreSQL in
-- WebAssembly and on a server generate the same rows. The data's own "today" is 2025-06-01.
--
-- SET seed.scale = '0.5' before; without it the scale is 1, about a million rows.
--
-- A column's value is seed_unit(key, salt) turned into what is wanted: `key` numbers the row, `salt` the column,
-- so that columns do not follow each other unless they share a salt on purpose.

SET timezone = 'UTC';

CREATE FUNCTION seed_scale() RETURNS float8 LANGUAGE sql IMMUTABLE AS
$$ SELECT coalesce(nullif(current_setting('seed.scale', true), ''), '1')::float8 $$;

-- How many rows at this scale, of a number meant for scale 1.
CREATE FUNCTION seed_rows(at_scale_one int) RETURNS int LANGUAGE sql IMMUTABLE AS
$$ SELECT greatest(20, floor($1 * seed_scale() + 0.5)::int) $$;

-- Evenly spread over [0, 1): 53 bits of a hash.
CREATE FUNCTION seed_unit(key bigint, salt int) RETURNS float8 LANGUAGE sql IMMUTABLE AS
$$ SELECT (hashint8extended($1, $2::bigint) & 9007199254740991)::float8 / 9007199254740992.0 $$;

-- Its square: small numbers are frequent, as with active users and popular events.
CREATE FUNCTION seed_skewed(key bigint, salt int) RETURNS float8 LANGUAGE sql IMMUTABLE AS
$$ SELECT seed_unit($1, $2) * seed_unit($1, $2) $$;

-- One of the choices, evenly; a choice that stands twice is twice as frequent.
CREATE FUNCTION seed_pick(choices anyarray, key bigint, salt int) RETURNS anyelement LANGUAGE sql IMMUTABLE AS
$$ SELECT $1[1 + floor(seed_unit($2, $3) * cardinality($1))::int] $$;

-- Shuffles 0 … n-1 into 1 … n, so that frequent ids are not neighbours. `prime` must not divide n.
CREATE FUNCTION seed_shuffle(x bigint, n bigint, prime bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS
$$ SELECT 1 + ($1 * $3) % $2 $$;

-- Words. City and canton have one slot per percent of the members: the slot decides both, and the postal code.
CREATE TABLE seed_words AS
WITH places (position, city, canton, slots) AS (VALUES
  (1, 'Luxembourg', 'Luxembourg', 26), (2, 'Strassen', 'Luxembourg', 2), (3, 'Hesperange', 'Luxembourg', 3),
  (4, 'Bertrange', 'Luxembourg', 2), (5, 'Esch-sur-Alzette', 'Esch', 12), (6, 'Differdange', 'Esch', 7),
  (7, 'Dudelange', 'Esch', 6), (8, 'Pétange', 'Esch', 5), (9, 'Sanem', 'Esch', 4), (10, 'Mamer', 'Capellen', 2),
  (11, 'Steinfort', 'Capellen', 1), (12, 'Mersch', 'Mersch', 3), (13, 'Lintgen', 'Mersch', 1),
  (14, 'Ettelbruck', 'Diekirch', 4), (15, 'Diekirch', 'Diekirch', 3), (16, 'Wiltz', 'Wiltz', 3),
  (17, 'Clervaux', 'Clervaux', 2), (18, 'Vianden', 'Vianden', 1), (19, 'Echternach', 'Echternach', 2),
  (20, 'Rosport', 'Echternach', 1), (21, 'Grevenmacher', 'Grevenmacher', 2),
  (22, 'Wormeldange', 'Grevenmacher', 1), (23, 'Remich', 'Remich', 2), (24, 'Mondorf-les-Bains', 'Remich', 2),
  (25, 'Redange', 'Redange', 1), (26, 'Beckerich', 'Redange', 1), (27, 'Troisvierges', 'Clervaux', 1))
SELECT
  (SELECT array_agg(city ORDER BY position) FROM places, generate_series(1, slots)) AS cities,
  (SELECT array_agg(canton ORDER BY position) FROM places, generate_series(1, slots)) AS cantons,
  ARRAY['Marie', 'Thomas', 'Jean', 'Claude', 'Pol', 'Tom', 'Luc', 'Anne', 'Sophie', 'Laurent', 'Nathalie',
    'Françoise', 'Günther', 'Jürgen', 'Zoé', 'Chloé', 'Noémie', 'Mia', 'Léa', 'Yannick', 'Michel', 'Carole',
    'Martine', 'Patrick', 'Nico', 'Jos', 'Romain', 'Guy', 'Fernand', 'Josée', 'Ana', 'João', 'Inês', 'Tiago',
    'Beatriz', 'Lena', 'Emma', 'Luca', 'Gabriel', 'Ben', 'Max', 'Liam', 'Elisa', 'Charel', 'Félix', 'Maël',
    'Käthe', 'Björn', 'Sabine', 'Monique'] AS first_names,
  ARRAY['Schmit', 'Weber', 'Muller', 'Hoffmann', 'Wagner', 'Thill', 'Klein', 'Kremer', 'Reuter', 'Da Silva',
    'Ferreira', 'Steichen', 'Majerus', 'Biver', 'Faber', 'Welter', 'Schroeder', 'Schneider', 'Becker', 'Meyer',
    'Krier', 'Kayser', 'Theis', 'Wolff', 'Simon', 'Marques', 'Pereira', 'Fernandes', 'Gonçalves', 'Lopes',
    'Dubois', 'Lefèvre', 'Moreau', 'Rousseau', 'Müller-Kohn', 'Jung', 'Lentz', 'Goergen', 'Wirtz', 'Colling',
    'Feltgen', 'Hengen', 'Kieffer', 'Ludovicy', 'Peiffer', 'Scholtes', 'Clement', 'Bausch', 'Stoffel',
    'Zeimes'] AS last_names,
  ARRAY['Marie a organisé une belle soirée au bord de la Moselle.',
    'Mir treffen eis um 19 Auer virun der Philharmonie.',
    'Ein entspannter Abend mit Crémant und guter Laune.',
    'Dégustation de vins luxembourgeois et fromages locaux.',
    'Bréngt gutt Schong mat, de Wee ass steil.',
    'Wir freuen uns auf neue Gesichter aus der Großregion.',
    'Places limitées, inscription obligatoire.',
    'No der Wanderung gëtt et Kaffi a Kuch.',
    'Speed dating en trois langues, sept minutes par rencontre.',
    'Der Eintritt umfasst ein Getränk und Fingerfood.',
    'Ambiance conviviale, aucun dress code.',
    'Treffpunkt ist am Bahnhof, Gleis 3.',
    'Rendez-vous devant le Grund, ascenseur Plateau Saint-Esprit.',
    'Eng flott Geleeënheet fir nei Leit kennenzeléieren.',
    'Quiz en équipe, lots offerts par nos partenaires.',
    'Bei Regen findet die Veranstaltung im Saal statt.',
    'Le brunch commence à onze heures précises.',
    'Fir Singles tëscht 25 an 45 Joer.',
    'Musique live avec un trio de jazz local.',
    'Die Teilnehmerzahl ist begrenzt, bitte früh anmelden.',
    'Balade guidée dans le Mullerthal.',
    'Owend um Kniedler mat Gromperekichelcher.',
    'Atelier cuisine: Judd mat Gaardebounen.',
    'Networking für Gründerinnen und Gründer am Kirchberg.'] AS phrases,
  ARRAY['Moien, wéi geet et?', 'Salut, ça va ?', 'Hallo, schön dich kennenzulernen!', 'On se voit samedi ?',
    'Gëschter war super flott.', 'Merci pour la soirée !', 'Hast du Lust auf einen Kaffee?',
    'À quelle heure tu arrives ?', 'Bis muer!', 'Je t''envoie l''adresse.',
    'Ech kommen eng Véierelstonn méi spéit.', 'Das Konzert war großartig.', 'Tu connais le Mullerthal ?',
    'Super Iddi, ech si dobäi.', 'Wollen wir zusammen hinfahren?'] AS messages;

-- Users: a steady stream of sign-ups over five years. A quarter write their address with capitals.
INSERT INTO auth_user (id, password, last_login, is_superuser, username, first_name, last_name, email, is_staff,
  is_active, date_joined)
SELECT i,
  'pbkdf2_sha256$870000$' || md5('p' || i) || '$' || md5('q' || i) || '=',
  CASE WHEN seed_unit(i, 1) < 0.15 THEN NULL
    ELSE timestamptz '2025-06-01 09:00+00' - (seed_skewed(i, 2) * 900) * interval '1 day' END,
  i = 1,
  lower(replace(first_name, ' ', '') || '.' || replace(last_name, ' ', '')) || i,
  first_name,
  last_name,
  CASE WHEN seed_unit(i, 5) < 0.25 THEN replace(first_name, ' ', '') || '.' || replace(last_name, ' ', '')
    ELSE lower(replace(first_name, ' ', '') || '.' || replace(last_name, ' ', '')) END
    || i || '@' || seed_pick(ARRAY['gmail.com', 'gmail.com', 'gmail.com', 'pt.lu', 'pt.lu', 'outlook.com',
      'post.lu', 'education.lu', 'web.de', 'orange.fr'], i, 6),
  seed_unit(i, 7) < 0.002,
  seed_unit(i, 8) < 0.97,
  timestamptz '2020-06-01 00:00+00' + (i * 1.0 / seed_rows(20000) * 1820 + seed_unit(i, 9) * 3) * interval '1 day'
FROM (
  SELECT i, seed_pick(first_names, i, 3) AS first_name, seed_pick(last_names, i, 4) AS last_name
  FROM generate_series(1, seed_rows(20000)) i, seed_words
) names;

INSERT INTO crush_lu_crushcoach (id, user_id, bio, specialization, is_active, max_active_reviews, created_at)
SELECT i, i + 1, 'Coach ' || i, (ARRAY['General', 'Young Professionals', '35+', 'LGBTQ+', 'Expat'])[1 + i % 5],
  i % 8 <> 0, 10 + (i % 3) * 5, timestamptz '2021-01-01' + i * interval '20 days'
FROM generate_series(1, 25) i;

-- Dating profiles of three quarters of the users.
INSERT INTO crush_lu_crushprofile (id, user_id, date_of_birth, gender, looking_for, phone_number, postal_code,
  location, canton, bio, interests, preferences, is_approved, is_active, approved_at, created_at, updated_at)
SELECT row_number() OVER (ORDER BY id),
  id,
  CASE WHEN seed_unit(id, 11) < 0.04 THEN NULL
    ELSE date '1965-01-01' + floor((0.35 * seed_unit(id, 12) + 0.65 * seed_unit(id, 13)) * 15000)::int END,
  seed_pick(ARRAY['F', 'M', 'M', 'F', 'M', 'F', 'NB', 'F', 'M', 'M'], id, 14),
  seed_pick(ARRAY['dating', 'dating', 'dating', 'friendship', 'networking'], id, 15),
  -- Mobile numbers begin with 621, every third with 641.
  '+352 6' || (21 + floor(seed_unit(id, 16) * 3) * 10 - 10 * (floor(seed_unit(id, 16) * 3)::int % 2))::int
    || ' ' || lpad(floor(seed_unit(id, 17) * 1000000)::int::text, 6, '0'),
  'L-' || (1000 + (abs(hashint8extended(first_slot, 99)) % 8999))::text,
  city,
  canton,
  phrase1 || ' ' || phrase2 || ' ' || phrase3,
  seed_pick(ARRAY['rando', 'wäin', 'jazz', 'cuisine', 'sport', 'lecture', 'ciné', 'reesen'], id, 18)
    || ', ' || seed_pick(ARRAY['yoga', 'vëlo', 'photographie', 'théâtre', 'échecs', 'danse'], id, 19),
  jsonb_build_object('lang', seed_pick(ARRAY['fr', 'fr', 'de', 'lb', 'en'], id, 20),
    'newsletter', seed_unit(id, 21) < 0.3, 'age_min', 20 + floor(seed_unit(id, 22) * 15)::int),
  approved,
  seed_unit(id, 23) < 0.95,
  CASE WHEN approved THEN date_joined + (1 + seed_unit(id, 24) * 20) * interval '1 day' END,
  date_joined + interval '1 hour',
  date_joined + (seed_unit(id, 25) * 200) * interval '1 day'
FROM (
  SELECT u.id, u.date_joined, w.cities[slot] AS city, w.cantons[slot] AS canton,
    array_position(w.cities, w.cities[slot])::bigint AS first_slot, seed_unit(u.id, 26) < 0.80 AS approved,
    seed_pick(w.phrases, u.id, 27) AS phrase1, seed_pick(w.phrases, u.id, 28) AS phrase2,
    seed_pick(w.phrases, u.id, 29) AS phrase3
  FROM (
    SELECT id, date_joined, 1 + floor(seed_unit(id, 30) * 100)::int AS slot
    FROM auth_user WHERE seed_unit(id, 10) < 0.75
  ) u, seed_words w
) members;

-- Submissions: one to nine attempts per profile; all but the last were sent back.
INSERT INTO crush_lu_profilesubmission (id, profile_id, coach_id, status, coach_notes, feedback_to_user,
  submitted_at, reviewed_at)
SELECT row_number() OVER (ORDER BY submitted_at, profile_id, attempt),
  profile_id,
  CASE WHEN status = 'pending' AND seed_unit(profile_id * 10 + attempt, 31) < 0.6 THEN NULL
    ELSE 1 + floor(seed_unit(profile_id * 10 + attempt, 32) * seed_unit(profile_id * 10 + attempt, 33) * 25)::int
    END,
  status,
  CASE WHEN status = 'pending' THEN ''
    ELSE 'Note ' || md5((profile_id * 10 + attempt)::text) || ' – profil à revoir / Profil iwwerpréiwen' END,
  CASE status
    WHEN 'revision' THEN 'Bitte ein aktuelles Foto hochladen. Merci d''ajouter une bio plus longue.'
    WHEN 'rejected' THEN 'Profil incomplet.'
    ELSE '' END,
  submitted_at,
  CASE WHEN status <> 'pending'
    THEN submitted_at + (0.2 + seed_unit(profile_id * 10 + attempt, 34) * 6) * interval '1 day' END
FROM (
  SELECT p.id AS profile_id, attempt, attempts,
    p.created_at + (attempt * 9 + seed_unit(p.id * 10 + attempt, 35) * 7) * interval '1 day' AS submitted_at,
    CASE
      WHEN attempt < attempts THEN seed_pick(ARRAY['revision', 'revision', 'rejected'], p.id * 10 + attempt, 36)
      WHEN p.is_approved THEN 'approved'
      WHEN seed_unit(p.id, 37) < 0.18 THEN 'pending'
      WHEN seed_unit(p.id, 37) < 0.6 THEN 'revision'
      ELSE 'rejected' END AS status
  FROM (
    SELECT *, 1 + floor(seed_unit(id, 38) * seed_unit(id, 39) * 9)::int AS attempts FROM crush_lu_crushprofile
  ) p, generate_series(1, p.attempts) attempt
) submissions;

-- Events: evenly over five years. Past ones were mostly published, future ones are mostly drafts. 55 % of the
-- descriptions carry an image of 4 kB as a data URL; 2 % of the events have a sponsor.
INSERT INTO crush_lu_meetupevent (id, title, description, event_type, event_date, location, canton, organizer_id,
  max_participants, registration_count, registration_fee, status, metadata, created_at, updated_at)
SELECT i,
  seed_pick(ARRAY['Speed Dating', 'Soirée dégustation', 'Wanderung', 'After-work Networking', 'Quiz-Owend',
      'Brunch', 'Kaffisklatsch', 'Soirée jazz', 'Weinprobe', 'Balade à vélo', 'Cours de cuisine', 'Spillowend'],
      i, 41)
    || seed_pick(ARRAY[' à ', ' zu ', ' in ', ' @ '], i, 42) || city
    || CASE
      WHEN seed_unit(i, 43) < 0.3 THEN ' – édition ' || (1 + i % 12)
      WHEN seed_unit(i, 43) < 0.5 THEN ' (' || seed_pick(ARRAY['25-35', '35-45', '45+', 'Expats'], i, 44) || ')'
      ELSE ' #' || i END,
  (SELECT string_agg(phrases[1 + floor(seed_unit(i * 50 + n, 45) * 24)::int], ' ')
    FROM generate_series(1, 6 + floor(seed_unit(i, 46) * 6)::int) n)
    || CASE WHEN seed_unit(i, 47) < 0.55
      THEN ' <img src="data:image/webp;base64,'
        || (SELECT string_agg(md5((i * 1000 + n)::text), '') FROM generate_series(1, 128) n) || '">'
      ELSE '' END,
  seed_pick(ARRAY['mixer', 'mixer', 'speed_dating', 'speed_dating', 'activity', 'activity', 'activity', 'themed'],
    i, 48),
  starts_at,
  city,
  canton,
  30 + floor(seed_unit(i, 49) * seed_skewed(i, 50) * seed_rows(400))::int,
  seed_pick(ARRAY[12, 16, 20, 20, 24, 30, 30, 40, 60, 80, 100, 150, 200], i, 51),
  0,
  seed_pick(ARRAY[0, 0, 10, 15, 20, 25], i, 52),
  CASE
    WHEN starts_at < timestamptz '2025-06-01' THEN CASE
      WHEN seed_unit(i, 53) < 0.86 THEN 'published'
      WHEN seed_unit(i, 53) < 0.97 THEN 'cancelled'
      ELSE 'draft' END
    WHEN seed_unit(i, 53) < 0.40 THEN 'published'
    WHEN seed_unit(i, 53) < 0.97 THEN 'draft'
    ELSE 'cancelled' END,
  jsonb_build_object('lang', seed_pick(ARRAY['fr', 'fr', 'de', 'lb', 'en'], i, 54),
      'age_min', 20 + 5 * floor(seed_unit(i, 55) * 5)::int)
    || CASE WHEN seed_unit(i, 56) < 0.02
      THEN jsonb_build_object('sponsor', seed_pick(ARRAY['Bernard-Massard', 'Cactus', 'POST', 'Luxair'], i, 57))
      ELSE '{}'::jsonb END,
  starts_at - (30 + seed_unit(i, 58) * 60) * interval '1 day',
  starts_at - (seed_unit(i, 59) * 20) * interval '1 day'
FROM (
  SELECT i, w.phrases,
    timestamptz '2021-01-01 18:00+00' + floor(i * 1826.0 / seed_rows(4000)) * interval '1 day'
      + floor(seed_unit(i, 40) * 9) * interval '30 min' AS starts_at,
    seed_pick(w.cities, i, 60) AS city, seed_pick(w.cantons, i, 60) AS canton
  FROM generate_series(1, seed_rows(4000)) i, seed_words w
) events;

INSERT INTO crush_lu_meetupevent_special_users (id, meetupevent_id, user_id)
SELECT row_number() OVER (ORDER BY event_id, user_id), event_id, user_id
FROM (
  SELECT DISTINCT 1 + floor(seed_unit(i, 61) * seed_rows(4000))::int AS event_id,
    1 + floor(seed_skewed(i, 62) * seed_rows(20000))::int AS user_id
  FROM generate_series(1, seed_rows(12000)) i
) invited;

-- Registrations. Events by popularity: the number falls with the fourth root of the rank, times noise, up to a
-- little more than there are places. Some users come again and again. Who comes after the places are taken (and
-- 3 % more, as is usual) waits; drafts have none.
INSERT INTO crush_lu_eventregistration (id, event_id, user_id, status, payment_confirmed, checked_in_at,
  dietary_note, registered_at, updated_at)
SELECT row_number() OVER (ORDER BY registered_at, event_id, user_id),
  event_id,
  user_id,
  status,
  status = 'confirmed' AND seed_unit(key, 71) < 0.9,
  CASE WHEN status = 'confirmed' AND event_date < timestamptz '2025-06-01' AND seed_unit(key, 72) < 0.85
    THEN event_date + (seed_unit(key, 73) * 40 - 10) * interval '1 minute' END,
  CASE WHEN seed_unit(key, 74) < 0.85 THEN ''
    ELSE seed_pick(ARRAY['végétarien', 'vegan', 'ohne Gluten', 'laktosefräi', 'sans noix'], key, 75) END,
  registered_at,
  registered_at + (seed_unit(key, 76) * 3) * interval '1 day'
FROM (
  SELECT *,
    CASE
      WHEN seed_unit(key, 77) < 0.13 THEN 'cancelled'
      WHEN row_number() OVER (PARTITION BY event_id ORDER BY registered_at, user_id) > max_participants * 1.03
        THEN 'waitlist'
      WHEN event_date >= timestamptz '2025-06-01' AND seed_unit(key, 78) < 0.3 THEN 'pending'
      ELSE 'confirmed' END AS status
  FROM (
    -- One registration per event and user, the latest.
    SELECT event_id, user_id, event_id * 100000 + user_id AS key, event_date, max_participants,
      max(event_date - (seed_unit(event_id * 1000 + n, 79) * seed_unit(event_id * 1000 + n, 80) * 45)
        * interval '1 day') AS registered_at
    FROM (
      SELECT e.id AS event_id, n, e.event_date, e.max_participants,
        seed_shuffle(floor(seed_rows(20000) * seed_skewed(e.id * 1000 + n, 81))::bigint, seed_rows(20000), 7919)
          AS user_id
      FROM (
        SELECT id, event_date, max_participants,
          CASE WHEN status = 'draft' THEN 0
            ELSE floor(least(1.15 * max_participants + 25,
              300.0 / sqrt(sqrt(seed_shuffle(id, seed_rows(4000), 1327))) * (0.3 + 1.4 * seed_unit(id, 82))))::int
            END AS registrations
        FROM crush_lu_meetupevent
      ) e, generate_series(1, e.registrations) n
    ) drawn
    GROUP BY 1, 2, 3, 4, 5
  ) distinct_pairs
) registrations;

UPDATE crush_lu_meetupevent e
SET registration_count = confirmed.n
FROM (
  SELECT event_id, count(*) AS n FROM crush_lu_eventregistration WHERE status = 'confirmed' GROUP BY 1
) confirmed
WHERE confirmed.event_id = e.id;

INSERT INTO crush_lu_eventinvitation (id, event_id, invited_by_id, guest_email, guest_name, invitation_code,
  status, sent_at, responded_at)
SELECT i,
  event_id,
  CASE WHEN seed_unit(i, 91) < 0.08 THEN NULL ELSE 1 + floor(seed_skewed(i, 92) * seed_rows(20000))::int END,
  CASE WHEN seed_unit(i, 93) < 0.3 THEN first_name || '.' || replace(last_name, ' ', '')
    ELSE lower(first_name || '.' || replace(last_name, ' ', '')) END
    || floor(seed_unit(i, 94) * 900)::int || '@example.lu',
  first_name || ' ' || last_name,
  md5('inv' || i),
  CASE
    WHEN seed_unit(i, 95) < 0.55 THEN 'accepted'
    WHEN seed_unit(i, 95) < 0.75 THEN 'declined'
    WHEN seed_unit(i, 95) < 0.97 THEN 'expired'
    ELSE 'pending' END,
  timestamptz '2021-01-01' + (i * 1600.0 / seed_rows(50000)) * interval '1 day',
  CASE WHEN seed_unit(i, 95) < 0.75
    THEN timestamptz '2021-01-01' + (i * 1600.0 / seed_rows(50000) + seed_unit(i, 96) * 5) * interval '1 day' END
FROM (
  SELECT i, seed_shuffle(floor(seed_rows(4000) * seed_skewed(i, 97))::bigint, seed_rows(4000), 1327) AS event_id,
    seed_pick(first_names, i, 98) AS first_name, seed_pick(last_names, i, 99) AS last_name
  FROM generate_series(1, seed_rows(50000)) i, seed_words
) invitations;

-- Connections between two users, each pair once.
INSERT INTO crush_lu_eventconnection (id, user1_id, user2_id, event_id, status, created_at, responded_at)
SELECT row_number() OVER (ORDER BY first_draw),
  user1,
  user2,
  CASE WHEN seed_unit(first_draw, 101) < 0.03 THEN NULL
    ELSE 1 + floor(seed_unit(first_draw, 102) * seed_rows(4000))::int END,
  status,
  created_at,
  CASE WHEN status <> 'pending' THEN created_at + seed_unit(first_draw, 103) * interval '6 days' END
FROM (
  SELECT user1, user2, min(i) AS first_draw,
    timestamptz '2021-02-01' + (min(i) * 1570.0 / seed_rows(62000)) * interval '1 day' AS created_at,
    CASE
      WHEN seed_unit(min(i), 104) < 0.62 THEN 'accepted'
      WHEN seed_unit(min(i), 104) < 0.85 THEN 'declined'
      ELSE 'pending' END AS status
  FROM (
    SELECT i,
      seed_shuffle(floor(seed_rows(20000) * seed_skewed(i, 105))::bigint, seed_rows(20000), 7919) AS user1,
      seed_shuffle(floor(seed_rows(20000) * seed_skewed(i, 106))::bigint, seed_rows(20000), 104729) AS user2
    FROM generate_series(1, seed_rows(62000)) i
  ) drawn
  WHERE user1 <> user2
  GROUP BY user1, user2
) pairs;

DELETE FROM crush_lu_eventconnection later
USING crush_lu_eventconnection earlier
WHERE later.user1_id = earlier.user2_id AND later.user2_id = earlier.user1_id AND later.id > earlier.id;

-- Messages in the order in which they were sent. Under 1 % are unread, of the last two weeks a third.
INSERT INTO crush_lu_connectionmessage (id, connection_id, sender_id, message, sent_at, read_at)
SELECT i,
  c.id,
  CASE WHEN seed_unit(i, 111) < 0.5 THEN c.user1_id ELSE c.user2_id END,
  seed_pick(w.messages, i, 112)
    || CASE WHEN seed_unit(i, 113) < 0.5 THEN ' ' || seed_pick(w.messages, i, 114) ELSE '' END,
  sent_at,
  CASE WHEN seed_unit(i, 115) < CASE WHEN sent_at > timestamptz '2025-05-18' THEN 0.35 ELSE 0.006 END THEN NULL
    ELSE sent_at + seed_unit(i, 116) * interval '30 hours' END
FROM (
  SELECT i, 1 + (floor(seed_rows(59000) * seed_skewed(i, 117))::bigint * 7919) % seed_rows(59000) AS connection_id,
    timestamptz '2021-03-01' + (i * 1553.0 / seed_rows(240000)) * interval '1 day'
      + seed_unit(i, 118) * interval '3 minutes' AS sent_at
  FROM generate_series(1, seed_rows(240000)) i
) m
JOIN crush_lu_eventconnection c ON c.id = m.connection_id, seed_words w
ORDER BY i;

-- Journeys: 12, with 6 chapters each, with 6 challenges each.
INSERT INTO crush_lu_journeyconfiguration (id, journey_name, journey_type, is_active, created_at)
SELECT i,
  (ARRAY['Wanderlust', 'Sternenhimmel', 'Moselreise', 'Vieux Luxembourg', 'Winterzauber', 'Jardin secret',
    'Schlassgeheimnis', 'Rendez-vous', 'Liichterfest', 'Bal masqué', 'Valentinsdag', 'Summerdream'])[i],
  (ARRAY['wonderland', 'custom', 'advent'])[1 + i % 3], i <> 7, timestamptz '2023-01-01' + i * interval '30 days'
FROM generate_series(1, 12) i;

INSERT INTO crush_lu_journeychapter (id, journey_id, chapter_number, title, prerequisite_id)
SELECT i, 1 + (i - 1) / 6, 1 + (i - 1) % 6, 'Chapitre ' || (1 + (i - 1) % 6),
  CASE WHEN (i - 1) % 6 = 0 THEN NULL ELSE i - 1 END
FROM generate_series(1, 72) i;

INSERT INTO crush_lu_journeychallenge (id, chapter_id, challenge_order, challenge_type, question, points)
SELECT i, 1 + (i - 1) / 6, 1 + (i - 1) % 6,
  (ARRAY['riddle', 'word_scramble', 'multiple_choice', 'memory_match', 'timeline_sort'])[1 + i % 5],
  'Question ' || i || ' ?', 10 * (1 + i % 5)
FROM generate_series(1, 432) i;

INSERT INTO crush_lu_journeyreward (id, chapter_id, reward_type, title)
SELECT i, i, (ARRAY['poem', 'photo_reveal', 'voice_message', 'gift_box'])[1 + i % 4], 'Cadeau ' || i
FROM generate_series(1, 72) i;

-- Progress: most users stop early. 0.08 % carry a beta flag.
INSERT INTO crush_lu_journeyprogress (id, user_id, journey_id, current_chapter_id, completed_challenges,
  unlocked_rewards, metadata, total_points, is_completed, started_at, updated_at)
SELECT row_number() OVER (ORDER BY first_draw),
  user_id,
  journey_id,
  (journey_id - 1) * 6 + 1 + least(5, done / 6),
  to_jsonb(ARRAY(SELECT ((journey_id - 1) * 36 + n)::int FROM generate_series(1, done) n)),
  to_jsonb(ARRAY(SELECT ((journey_id - 1) * 6 + n)::int FROM generate_series(1, done / 6) n)),
  jsonb_build_object('device', seed_pick(ARRAY['ios', 'ios', 'android', 'android', 'web'], first_draw, 121),
      'streak', floor(seed_skewed(first_draw, 122) * 60)::int)
    || CASE WHEN seed_unit(first_draw, 123) < 0.9
      THEN jsonb_build_object('last_active',
        to_char(date '2023-06-01' + floor((1 - seed_skewed(first_draw, 124)) * 730)::int, 'YYYY-MM-DD'))
      ELSE '{}'::jsonb END
    || CASE WHEN seed_unit(first_draw, 125) < 0.0008 THEN '{"beta_flag": true}'::jsonb ELSE '{}'::jsonb END,
  done * 15,
  done >= 36,
  timestamptz '2023-06-01' + (first_draw * 700.0 / seed_rows(44000)) * interval '1 day',
  timestamptz '2023-06-01' + (first_draw * 700.0 / seed_rows(44000) + seed_unit(first_draw, 126) * 30)
    * interval '1 day'
FROM (
  SELECT user_id, journey_id, min(i) AS first_draw,
    floor(seed_unit(min(i), 127) * seed_unit(min(i), 128) * 37.5)::int AS done
  FROM (
    SELECT i, 1 + floor(seed_unit(i, 129) * seed_rows(20000))::int AS user_id,
      1 + floor(seed_skewed(i, 130) * 12)::int AS journey_id
    FROM generate_series(1, seed_rows(44000)) i
  ) drawn
  GROUP BY user_id, journey_id
) progress;

-- Activities with one to four tags each; the further down the list, the rarer the tag.
INSERT INTO crush_lu_globalactivityoption (id, display_name, activity_type, tags, canton, is_active, sort_order)
SELECT i,
  seed_pick(ARRAY['Mini-golf', 'Escape room', 'Cinéma', 'Kletterhalle', 'Kajak', 'Musée', 'Wäinprouf', 'Bowling',
    'Karaoke', 'Thermes', 'Theater', 'Yoga'], i, 131) || ' ' || i,
  (ARRAY['phase2_presentation', 'phase2_twist', 'icebreaker'])[1 + i % 3],
  ARRAY(
    SELECT DISTINCT
      tags[1 + floor(seed_skewed(i * 10 + n, 132) * seed_unit(i * 10 + n, 132) * cardinality(tags))::int]
        COLLATE "C"
    FROM generate_series(1, 1 + floor(seed_unit(i, 133) * 4)::int) n
    ORDER BY 1
  ),
  seed_pick(w.cantons, i, 134),
  seed_unit(i, 135) < 0.9,
  floor(seed_unit(i, 136) * 1000)::int
FROM generate_series(1, seed_rows(20000)) i, seed_words w, (
  SELECT ARRAY['outdoor', 'indoor', 'sports', 'food', 'musique', 'culture', 'fitness', 'wäin', 'famille', 'nature',
    'danse', 'jeux', 'art', 'photo', 'vélo', 'eau', 'montagne', 'nuit', 'romantique', 'gratuit', 'accessible',
    'chiens', 'halloween', 'Schueberfouer', 'buergbrennen', 'apéro', 'escalade', 'spa', 'astronomie',
    'parapente'] AS tags
) t;

-- VinsDelux: producers, plots, gift boxes, plans and reservations.
INSERT INTO vinsdelux_vdlproducer (id, name, region, founded_year, story, is_featured)
SELECT i,
  (ARRAY['Domaine', 'Caves', 'Weingut', 'Clos', 'Maison'])[1 + i % 5] || ' '
    || (SELECT seed_pick(last_names, i, 141) FROM seed_words) || ' ' || i,
  (ARRAY['Remich', 'Wormeldange', 'Grevenmacher', 'Schengen', 'Remerschen', 'Ahn', 'Ehnen', 'Machtum'])
    [1 + floor(seed_unit(i, 142) * seed_unit(i, 143) * 8)::int],
  CASE WHEN seed_unit(i, 144) < 0.1 THEN NULL ELSE 1850 + floor(seed_unit(i, 145) * 160)::int END,
  (SELECT seed_pick(phrases, i, 146) FROM seed_words),
  i % 10 = 0
FROM generate_series(1, 120) i;

-- The grape decides the soil.
INSERT INTO vinsdelux_vdlplot (id, producer_id, plot_identifier, name, grape_variety, soil_type, size_m2,
  base_price, status, is_premium, wine_profile, created_at)
SELECT i,
  1 + floor(seed_skewed(i, 151) * 120)::int,
  'LUX-' || upper(substr(md5(i::text), 1, 4)) || '-' || lpad(i::text, 5, '0'),
  seed_pick(ARRAY['Koeppchen', 'Wousselt', 'Grauberg', 'Palmberg', 'Kourschels', 'Primerberg', 'Fels', 'Hohfels'],
    i, 152),
  (ARRAY['Riesling', 'Pinot Gris', 'Auxerrois', 'Rivaner', 'Crémant', 'Pinot Noir', 'Gewürztraminer'])[grape],
  (ARRAY['Keuper', 'Muschelkalk', 'Keuper', 'Lehm', 'Kalk', 'Schiefer', 'Lehm'])[grape],
  100 + floor(seed_unit(i, 153) * 900)::int,
  300 + floor(seed_skewed(i, 154) * 4000)::int,
  CASE
    WHEN seed_unit(i, 155) < 0.25 THEN 'available'
    WHEN seed_unit(i, 155) < 0.35 THEN 'reserved'
    ELSE 'adopted' END,
  seed_unit(i, 156) < 0.06,
  jsonb_build_object('acidity', 1 + floor(seed_unit(i, 157) * 5)::int,
    'body', 1 + floor(seed_unit(i, 158) * 5)::int,
    'notes', jsonb_build_array(seed_pick(ARRAY['citron', 'pêche', 'mineral', 'amande'], i, 159))),
  timestamptz '2022-01-01' + i * interval '90 minutes'
FROM (
  SELECT i, 1 + floor(seed_unit(i, 150) * seed_unit(i, 149) * 7)::int AS grape
  FROM generate_series(1, seed_rows(12000)) i
) plots;

INSERT INTO vinsdelux_vdlcoffret (id, producer_id, name, sku, price, stock_quantity, is_available)
SELECT i, 1 + floor(seed_unit(i, 161) * 120)::int,
  'Coffret ' || (ARRAY['Découverte', 'Prestige', 'Tradition', 'Crémant'])[1 + i % 4] || ' ' || i,
  'VDL-' || lpad(i::text, 5, '0'), 30 + floor(seed_unit(i, 162) * 200)::int, floor(seed_unit(i, 163) * 80)::int,
  seed_unit(i, 164) < 0.9
FROM generate_series(1, 600) i;

INSERT INTO vinsdelux_vdladoptionplan (id, producer_id, associated_coffret_id, name, price, duration_months,
  is_available)
SELECT i, 1 + floor(seed_unit(i, 165) * 120)::int,
  CASE WHEN seed_unit(i, 166) < 0.1 THEN NULL ELSE 1 + floor(seed_unit(i, 167) * 600)::int END,
  'Plan ' || (ARRAY['Bronze', 'Argent', 'Or', 'Grand Cru'])[1 + i % 4] || ' ' || i, 100 + 50 * (i % 20),
  (ARRAY[12, 24, 36])[1 + i % 3], i % 9 <> 0
FROM generate_series(1, 480) i;

INSERT INTO vinsdelux_vdlplot_adoption_plans (id, vdlplot_id, vdladoptionplan_id)
SELECT row_number() OVER (ORDER BY plot_id, plan_id), plot_id, plan_id
FROM (
  SELECT DISTINCT 1 + floor(seed_unit(i, 171) * seed_rows(12000))::int AS plot_id,
    1 + floor(seed_skewed(i, 172) * 480)::int AS plan_id
  FROM generate_series(1, seed_rows(84000)) i
) pairs;

-- Reservations go around the plots, so that they rarely overlap; every 1009th repeats the one before on purpose.
INSERT INTO vinsdelux_vdlplotreservation (id, plot_id, user_id, adoption_plan_id, starts_on, ends_on, status,
  session_key, created_at)
SELECT i,
  plot_id,
  CASE WHEN seed_unit(i, 181) < 0.2 THEN NULL ELSE 1 + floor(seed_unit(i, 182) * seed_rows(20000))::int END,
  1 + floor(seed_skewed(i, 183) * 480)::int,
  starts_on,
  starts_on + 30 + floor(seed_unit(i, 184) * 60)::int,
  CASE
    WHEN seed_unit(i, 185) < 0.70 THEN 'confirmed'
    WHEN seed_unit(i, 185) < 0.97 THEN 'expired'
    ELSE 'held' END,
  md5('s' || i),
  starts_on - seed_unit(i, 186) * interval '20 days'
FROM (
  SELECT i, 1 + ((CASE WHEN i % 1009 = 0 THEN i - 1 ELSE i END) * 7) % seed_rows(12000) AS plot_id,
    date '2019-01-01' + (i * 2300 / seed_rows(30000)) + floor(seed_unit(i, 187) * 80)::int AS starts_on
  FROM generate_series(1, seed_rows(30000)) i
) reservations;

-- Entreprinder: profiles of half of the users, likes, dislikes and matches.
INSERT INTO entreprinder_entrepreneurprofile (id, user_id, company, industry, location, tagline, bio,
  years_of_experience, is_mentor, is_looking_for_funding, created_at)
SELECT i,
  seed_shuffle(i, seed_rows(20000), 7919),
  last_name || seed_pick(ARRAY[' S.à r.l.', ' S.A.', ' GmbH', ' & Fils'], i, 191),
  seed_pick(ARRAY['FinTech', 'FinTech', 'Wine & Food', 'Space', 'Logistics', 'HealthTech', 'LegalTech', 'Tourism',
    'Construction', 'AI'], i, 192),
  seed_pick(w.cities, i, 193),
  seed_pick(w.phrases, i, 194),
  seed_pick(w.phrases, i, 195) || ' ' || seed_pick(w.phrases, i, 196),
  CASE WHEN seed_unit(i, 197) < 0.1 THEN NULL ELSE floor(seed_unit(i, 198) * 35)::int END,
  seed_unit(i, 199) < 0.08,
  seed_unit(i, 200) < 0.3,
  timestamptz '2023-01-01' + i * interval '2 hours'
FROM (
  SELECT i, (SELECT seed_pick(last_names, i, 201) FROM seed_words) AS last_name
  FROM generate_series(1, seed_rows(10000)) i
) founders, seed_words w;

-- One like in twenty is returned, thirty likes later.
INSERT INTO entreprinder_like (id, liker_id, liked_id, created_at)
SELECT row_number() OVER (ORDER BY first_draw, liker, liked), liker, liked,
  timestamptz '2023-02-01' + (first_draw * 850.0 / seed_rows(150000)) * interval '1 day'
FROM (
  SELECT liker, liked, min(i) AS first_draw
  FROM (
    SELECT i,
      seed_shuffle(floor(seed_rows(10000) * seed_skewed(i, 211))::bigint, seed_rows(10000), 7919) AS liker,
      seed_shuffle(floor(seed_rows(10000) * seed_skewed(i, 212))::bigint, seed_rows(10000), 104729) AS liked
    FROM generate_series(1, seed_rows(150000)) i
    UNION ALL
    SELECT i + 30,
      seed_shuffle(floor(seed_rows(10000) * seed_skewed(i, 212))::bigint, seed_rows(10000), 104729),
      seed_shuffle(floor(seed_rows(10000) * seed_skewed(i, 211))::bigint, seed_rows(10000), 7919)
    FROM generate_series(1, seed_rows(150000)) i
    WHERE seed_unit(i, 213) < 0.05
  ) drawn
  WHERE liker <> liked
  GROUP BY liker, liked
) likes;

INSERT INTO entreprinder_dislike (id, disliker_id, disliked_id, created_at)
SELECT row_number() OVER (ORDER BY first_draw), disliker, disliked,
  timestamptz '2023-02-01' + (first_draw * 850.0 / seed_rows(40000)) * interval '1 day'
FROM (
  SELECT disliker, disliked, min(i) AS first_draw
  FROM (
    SELECT i,
      seed_shuffle(floor(seed_rows(10000) * seed_skewed(i, 221))::bigint, seed_rows(10000), 7919) AS disliker,
      1 + floor(seed_rows(10000) * seed_unit(i, 222))::int AS disliked
    FROM generate_series(1, seed_rows(40000)) i
  ) drawn
  WHERE disliker <> disliked
  GROUP BY disliker, disliked
) dislikes;

INSERT INTO entreprinder_match (id, entrepreneur1_id, entrepreneur2_id, is_active, matched_at)
SELECT
  row_number() OVER (ORDER BY greatest(mine.created_at, theirs.created_at), mine.liker_id, mine.liked_id),
  mine.liker_id, mine.liked_id, seed_unit(mine.id, 231) < 0.93, greatest(mine.created_at, theirs.created_at)
FROM entreprinder_like mine
JOIN entreprinder_like theirs ON theirs.liker_id = mine.liked_id AND theirs.liked_id = mine.liker_id
WHERE mine.liker_id < mine.liked_id;

INSERT INTO django_migrations (id, app, name, applied)
SELECT row_number() OVER (ORDER BY position, n), app,
  lpad(n::text, 4, '0') || '_'
    || (ARRAY['initial', 'auto', 'add_field', 'alter_field', 'populate'])[1 + (n * 7 + length(app)) % 5]
    || CASE WHEN n = 1 THEN '' ELSE '_' || substr(md5(app || n), 1, 6) END,
  timestamptz '2023-01-01' + n * interval '11 days'
FROM (VALUES
  (1, 'crush_lu', 15), (2, 'vinsdelux', 12), (3, 'entreprinder', 9), (4, 'auth', 12), (5, 'contenttypes', 2)
) apps (position, app, migrations), generate_series(1, migrations) n;

DROP TABLE seed_words;
DROP FUNCTION seed_shuffle, seed_pick, seed_skewed, seed_unit, seed_rows, seed_scale;
