-- Deterministic generator. Everything comes from hashint8extended(i, salt), + - * / floor sqrt (IEEE exact), md5:
-- the same rows on PGlite/wasm32 and on native 64-bit. SET seed.scale='0.25' etc. before running (default 1).
CREATE FUNCTION seed_scale() RETURNS float8 LANGUAGE sql IMMUTABLE AS $$ SELECT COALESCE(NULLIF(current_setting('seed.scale', true),''),'1')::float8 $$;
CREATE FUNCTION seed_n(int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT greatest(20, floor($1*seed_scale()+0.5)::int) $$;
CREATE FUNCTION seed_h(bigint,int) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$ SELECT (hashint8extended($1,$2::bigint) & 9007199254740991)::float8 / 9007199254740992.0 $$;
CREATE FUNCTION seed_pick(text[],bigint,int) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT $1[1+floor(seed_h($2,$3)*cardinality($1))::int] $$;
CREATE FUNCTION seed_perm(bigint,bigint,bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT 1 + ($1*$3) % $2 $$;  -- x in 0..n-1, n, prime -> 1..n

CREATE TABLE seed_const AS SELECT
 ARRAY['Marie','Thomas','Jean','Claude','Pol','Tom','Luc','Anne','Sophie','Laurent','Nathalie','Françoise','Günther','Jürgen','Zoé','Chloé','Noémie','Mia','Léa','Yannick','Michel','Carole','Martine','Patrick','Nico','Jos','Romain','Guy','Fernand','Josée','Ana','João','Inês','Tiago','Beatriz','Lena','Emma','Luca','Gabriel','Ben','Max','Liam','Elisa','Charel','Félix','Maël','Käthe','Björn','Sabine','Monique']::text[] AS fn,
 ARRAY['Schmit','Weber','Muller','Hoffmann','Wagner','Thill','Klein','Kremer','Reuter','Da Silva','Ferreira','Steichen','Majerus','Biver','Faber','Welter','Schroeder','Schneider','Becker','Meyer','Krier','Kayser','Theis','Wolff','Simon','Marques','Pereira','Fernandes','Gonçalves','Lopes','Dubois','Lefèvre','Moreau','Rousseau','Müller-Kohn','Jung','Lentz','Goergen','Wirtz','Colling','Feltgen','Hengen','Kieffer','Ludovicy','Peiffer','Scholtes','Clement','Bausch','Stoffel','Zeimes']::text[] AS ln,
 -- 100 slots = weights; slot k of city has the same slot in canton and plz: a strict functional dependency
 (ARRAY['Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Strassen','Strassen','Hesperange','Hesperange','Hesperange','Bertrange','Bertrange','Esch-sur-Alzette','Esch-sur-Alzette','Esch-sur-Alzette','Esch-sur-Alzette','Esch-sur-Alzette','Esch-sur-Alzette','Esch-sur-Alzette','Esch-sur-Alzette','Esch-sur-Alzette','Esch-sur-Alzette','Esch-sur-Alzette','Esch-sur-Alzette','Differdange','Differdange','Differdange','Differdange','Differdange','Differdange','Differdange','Dudelange','Dudelange','Dudelange','Dudelange','Dudelange','Dudelange','Pétange','Pétange','Pétange','Pétange','Pétange','Sanem','Sanem','Sanem','Sanem','Mamer','Mamer','Steinfort','Mersch','Mersch','Mersch','Lintgen','Ettelbruck','Ettelbruck','Ettelbruck','Ettelbruck','Diekirch','Diekirch','Diekirch','Wiltz','Wiltz','Wiltz','Clervaux','Clervaux','Vianden','Echternach','Echternach','Rosport','Grevenmacher','Grevenmacher','Wormeldange','Remich','Remich','Mondorf-les-Bains','Mondorf-les-Bains','Redange','Beckerich','Troisvierges'])::text[] AS city,
 (ARRAY['Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Luxembourg','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Esch','Capellen','Capellen','Capellen','Mersch','Mersch','Mersch','Mersch','Diekirch','Diekirch','Diekirch','Diekirch','Diekirch','Diekirch','Diekirch','Wiltz','Wiltz','Wiltz','Clervaux','Clervaux','Vianden','Echternach','Echternach','Echternach','Grevenmacher','Grevenmacher','Grevenmacher','Remich','Remich','Remich','Remich','Redange','Redange','Clervaux'])::text[] AS canton,
 ARRAY['Marie a organisé une belle soirée au bord de la Moselle.','Mir treffen eis um 19 Auer virun der Philharmonie.','Ein entspannter Abend mit Crémant und guter Laune.','Dégustation de vins luxembourgeois et fromages locaux.','Bréngt gutt Schong mat, de Wee ass steil.','Wir freuen uns auf neue Gesichter aus der Großregion.','Places limitées, inscription obligatoire.','No der Wanderung gëtt et Kaffi a Kuch.','Speed dating en trois langues, sept minutes par rencontre.','Der Eintritt umfasst ein Getränk und Fingerfood.','Ambiance conviviale, aucun dress code.','Treffpunkt ist am Bahnhof, Gleis 3.','Rendez-vous devant le Grund, ascenseur Plateau Saint-Esprit.','Eng flott Geleeënheet fir nei Leit kennenzeléieren.','Quiz en équipe, lots offerts par nos partenaires.','Bei Regen findet die Veranstaltung im Saal statt.','Le brunch commence à onze heures précises.','Fir Singles tëscht 25 an 45 Joer.','Musique live avec un trio de jazz local.','Die Teilnehmerzahl ist begrenzt, bitte früh anmelden.','Balade guidée dans le Mullerthal.','Owend um Kniedler mat Gromperekichelcher.','Atelier cuisine: Judd mat Gaardebounen.','Networking für Gründerinnen und Gründer am Kirchberg.']::text[] AS phr,
 ARRAY['Moien, wéi geet et?','Salut, ça va ?','Hallo, schön dich kennenzulernen!','On se voit samedi ?','Gëschter war super flott.','Merci pour la soirée !','Hast du Lust auf einen Kaffee?','À quelle heure tu arrives ?','Bis muer!','Je t''envoie l''adresse.','Ech kommen eng Véierelstonn méi spéit.','Das Konzert war großartig.','Tu connais le Mullerthal ?','Super Iddi, ech si dobäi.','Wollen wir zusammen hinfahren?']::text[] AS msg;

-- ---------- users
INSERT INTO auth_user (id,password,last_login,is_superuser,username,first_name,last_name,email,is_staff,is_active,date_joined)
SELECT i, 'pbkdf2_sha256$870000$'||md5('p'||i)||'$'||md5('q'||i)||'=',
  CASE WHEN seed_h(i,1)<0.15 THEN NULL ELSE timestamptz '2025-06-01 09:00+00' - (seed_h(i,2)*seed_h(i,2)*900)*interval '1 day' END,
  i=1, lower(replace(f,' ','')||'.'||replace(l,' ',''))||i, f, l,
  CASE WHEN seed_h(i,5)<0.25 THEN replace(f,' ','')||'.'||replace(l,' ','') ELSE lower(replace(f,' ','')||'.'||replace(l,' ','')) END || i || '@' ||
    (ARRAY['gmail.com','gmail.com','gmail.com','pt.lu','pt.lu','outlook.com','post.lu','education.lu','web.de','orange.fr'])[1+floor(seed_h(i,6)*10)::int],
  seed_h(i,7)<0.002, seed_h(i,8)<0.97,
  timestamptz '2020-06-01 00:00+00' + (i*1.0/seed_n(20000)*1820 + seed_h(i,9)*3)*interval '1 day'
FROM (SELECT i, seed_pick(fn,i,3) f, seed_pick(ln,i,4) l FROM generate_series(1,seed_n(20000)) i, seed_const) s;

INSERT INTO crush_lu_crushcoach (id,user_id,bio,specialization,is_active,max_active_reviews,created_at)
SELECT i, i+1, 'Coach '||i, (ARRAY['General','Young Professionals','35+','LGBTQ+','Expat'])[1+i%5], i%8<>0, 10+(i%3)*5, timestamptz '2021-01-01' + i*interval '20 days'
FROM generate_series(1,25) i;

-- ---------- crush profiles (75 % of the users), city -> canton -> postal code are functionally dependent
INSERT INTO crush_lu_crushprofile (id,user_id,date_of_birth,gender,looking_for,phone_number,postal_code,location,canton,bio,interests,preferences,is_approved,is_active,approved_at,created_at,updated_at)
SELECT row_number() over (order by id), id, CASE WHEN seed_h(id,11)<0.04 THEN NULL ELSE date '1965-01-01' + floor((0.35*seed_h(id,12)+0.65*seed_h(id,13))*15000)::int END,
  (ARRAY['F','M','M','F','M','F','NB','F','M','M'])[1+floor(seed_h(id,14)*10)::int],
  (ARRAY['dating','dating','dating','friendship','networking'])[1+floor(seed_h(id,15)*5)::int],
  '+352 6'||(21+floor(seed_h(id,16)*3)*10-10*(floor(seed_h(id,16)*3)::int%2))::int||' '||lpad(floor(seed_h(id,17)*1000000)::int::text,6,'0'),
  'L-'||(1000+ (abs(hashint8extended(cslot_city,99)) % 8999))::text, city, canton,
  s.p1||' '||s.p2||' '||s.p3, (ARRAY['rando','wäin','jazz','cuisine','sport','lecture','ciné','reesen'])[1+floor(seed_h(id,18)*8)::int]||', '||(ARRAY['yoga','vëlo','photographie','théâtre','échecs','danse'])[1+floor(seed_h(id,19)*6)::int],
  jsonb_build_object('lang',(ARRAY['fr','fr','de','lb','en'])[1+floor(seed_h(id,20)*5)::int],'newsletter',seed_h(id,21)<0.3,'age_min',20+floor(seed_h(id,22)*15)::int),
  appr, seed_h(id,23)<0.95, CASE WHEN appr THEN date_joined+ (1+seed_h(id,24)*20)*interval '1 day' END, date_joined + interval '1 hour', date_joined + (seed_h(id,25)*200)*interval '1 day'
FROM (SELECT u.id, u.date_joined, c.city[k] city, c.canton[k] canton, array_position(c.city,c.city[k])::bigint cslot_city,
        seed_h(u.id,26)<0.80 appr, seed_pick(c.phr,u.id,27) p1, seed_pick(c.phr,u.id,28) p2, seed_pick(c.phr,u.id,29) p3
      FROM (SELECT id,date_joined, 1+floor(seed_h(id,30)*100)::int k FROM auth_user WHERE seed_h(id,10)<0.75) u, seed_const c) s;

-- ---------- profile submissions: 1..6 attempts each
INSERT INTO crush_lu_profilesubmission (id,profile_id,coach_id,status,coach_notes,feedback_to_user,submitted_at,reviewed_at)
SELECT row_number() over (order by submitted_at,profile_id,a), profile_id, CASE WHEN st='pending' AND seed_h(profile_id*10+a,31)<0.6 THEN NULL ELSE 1+floor(seed_h(profile_id*10+a,32)*seed_h(profile_id*10+a,33)*25)::int END,
  st, CASE WHEN st='pending' THEN '' ELSE 'Note '||md5((profile_id*10+a)::text)||' – profil à revoir / Profil iwwerpréiwen' END,
  CASE st WHEN 'revision' THEN 'Bitte ein aktuelles Foto hochladen. Merci d''ajouter une bio plus longue.' WHEN 'rejected' THEN 'Profil incomplet.' ELSE '' END,
  submitted_at, CASE WHEN st<>'pending' THEN submitted_at + (0.2+seed_h(profile_id*10+a,34)*6)*interval '1 day' END
FROM (SELECT p.id profile_id, a, n, p.created_at + (a*9 + seed_h(p.id*10+a,35)*7)*interval '1 day' submitted_at,
   CASE WHEN a<n THEN (ARRAY['revision','revision','rejected'])[1+floor(seed_h(p.id*10+a,36)*3)::int]
        WHEN p.is_approved THEN 'approved' WHEN seed_h(p.id,37)<0.18 THEN 'pending' WHEN seed_h(p.id,37)<0.6 THEN 'revision' ELSE 'rejected' END st
   FROM (SELECT *, 1+floor(seed_h(id,38)*seed_h(id,39)*9)::int n FROM crush_lu_crushprofile) p, generate_series(1,p.n) a) s;

-- ---------- events
INSERT INTO crush_lu_meetupevent (id,title,description,event_type,event_date,location,canton,organizer_id,max_participants,registration_count,registration_fee,status,metadata,created_at,updated_at)
SELECT i, (ARRAY['Speed Dating','Soirée dégustation','Wanderung','After-work Networking','Quiz-Owend','Brunch','Kaffisklatsch','Soirée jazz','Weinprobe','Balade à vélo','Cours de cuisine','Spillowend'])[1+floor(seed_h(i,41)*12)::int]
   ||(ARRAY[' à ',' zu ',' in ',' @ '])[1+floor(seed_h(i,42)*4)::int]||city||(CASE WHEN seed_h(i,43)<0.3 THEN ' – édition '||(1+i%12) WHEN seed_h(i,43)<0.5 THEN ' ('||(ARRAY['25-35','35-45','45+','Expats'])[1+floor(seed_h(i,44)*4)::int]||')' ELSE ' #'||i END),
  (SELECT string_agg(phr[1+floor(seed_h(i*50+g,45)*24)::int],' ') FROM generate_series(1,6+floor(seed_h(i,46)*6)::int) g)
   || CASE WHEN seed_h(i,47)<0.55 THEN ' <img src="data:image/webp;base64,'||(SELECT string_agg(md5((i*1000+g)::text),'') FROM generate_series(1,128) g)||'">' ELSE '' END,
  (ARRAY['mixer','mixer','speed_dating','speed_dating','activity','activity','activity','themed'])[1+floor(seed_h(i,48)*8)::int],
  d, city, canton, 30+floor(seed_h(i,49)*seed_h(i,50)*seed_h(i,50)*seed_n(400))::int,
  (ARRAY[12,16,20,20,24,30,30,40,60,80,100,150,200])[1+floor(seed_h(i,51)*13)::int], 0, (ARRAY[0,0,10,15,20,25])[1+floor(seed_h(i,52)*6)::int],
  CASE WHEN d<timestamptz '2025-06-01' THEN CASE WHEN seed_h(i,53)<0.86 THEN 'published' WHEN seed_h(i,53)<0.97 THEN 'cancelled' ELSE 'draft' END
       ELSE CASE WHEN seed_h(i,53)<0.40 THEN 'published' WHEN seed_h(i,53)<0.97 THEN 'draft' ELSE 'cancelled' END END,
  jsonb_build_object('lang',(ARRAY['fr','fr','de','lb','en'])[1+floor(seed_h(i,54)*5)::int],'age_min',20+5*floor(seed_h(i,55)*5)::int)
   || CASE WHEN seed_h(i,56)<0.02 THEN jsonb_build_object('sponsor',(ARRAY['Bernard-Massard','Cactus','POST','Luxair'])[1+floor(seed_h(i,57)*4)::int]) ELSE '{}'::jsonb END,
  d-(30+seed_h(i,58)*60)*interval '1 day', d-(seed_h(i,59)*20)*interval '1 day'
FROM (SELECT i, timestamptz '2021-01-01 18:00+00' + floor(i*1826.0/seed_n(4000))*interval '1 day' + floor(seed_h(i,40)*9)*interval '30 min' d, c.phr, c.city[1+floor(seed_h(i,60)*100)::int] city, c.canton[1+floor(seed_h(i,60)*100)::int] canton
      FROM generate_series(1,seed_n(4000)) i, seed_const c) s;

INSERT INTO crush_lu_meetupevent_special_users (id,meetupevent_id,user_id)
SELECT row_number() over (order by e,u), e, u FROM (SELECT DISTINCT 1+floor(seed_h(i,61)*seed_n(4000))::int e, 1+floor(seed_h(i,62)*seed_h(i,62)*seed_n(20000))::int u FROM generate_series(1,seed_n(12000)) i) s;

-- ---------- registrations: Zipf-ish per event (rank^-1/4 x noise), active users come back more often
INSERT INTO crush_lu_eventregistration (id,event_id,user_id,status,payment_confirmed,checked_in_at,dietary_note,registered_at,updated_at)
SELECT row_number() over (order by registered_at,event_id,user_id), event_id, user_id, st, st='confirmed' AND seed_h(k,71)<0.9,
  CASE WHEN st='confirmed' AND event_date<timestamptz '2025-06-01' AND seed_h(k,72)<0.85 THEN event_date + (seed_h(k,73)*40-10)*interval '1 minute' END,
  CASE WHEN seed_h(k,74)<0.85 THEN '' ELSE (ARRAY['végétarien','vegan','ohne Gluten','laktosefräi','sans noix'])[1+floor(seed_h(k,75)*5)::int] END,
  registered_at, registered_at + (seed_h(k,76)*3)*interval '1 day'
FROM (SELECT *, CASE WHEN seed_h(k,77)<0.13 THEN 'cancelled' WHEN row_number() over (partition by event_id order by registered_at,user_id) > max_participants*1.03 THEN 'waitlist'
            WHEN event_date>=timestamptz '2025-06-01' AND seed_h(k,78)<0.3 THEN 'pending' ELSE 'confirmed' END st
  FROM (SELECT event_id,user_id,event_id*100000+user_id k,event_date,max_participants,max(event_date-(seed_h(event_id*1000+j,79)*seed_h(event_id*1000+j,80)*45)*interval '1 day') registered_at
    FROM (SELECT e.id event_id, j, e.event_date, e.max_participants, seed_perm(floor(seed_n(20000)*seed_h(e.id*1000+j,81)*seed_h(e.id*1000+j,81))::bigint, seed_n(20000), 7919) user_id
          FROM (SELECT id,event_date,max_participants, CASE WHEN status='draft' THEN 0 ELSE floor(least(1.15*max_participants+25, 300.0/sqrt(sqrt(seed_perm(id,seed_n(4000),1327)))*(0.3+1.4*seed_h(id,82))))::int END n FROM crush_lu_meetupevent) e, generate_series(1,e.n) j) x
    GROUP BY 1,2,3,4,5) y) z;

UPDATE crush_lu_meetupevent e SET registration_count=c.n FROM (SELECT event_id, count(*) n FROM crush_lu_eventregistration WHERE status='confirmed' GROUP BY 1) c WHERE c.event_id=e.id;

INSERT INTO crush_lu_eventinvitation (id,event_id,invited_by_id,guest_email,guest_name,invitation_code,status,sent_at,responded_at)
SELECT i, e, CASE WHEN seed_h(i,91)<0.08 THEN NULL ELSE 1+floor(seed_h(i,92)*seed_h(i,92)*seed_n(20000))::int END,
  CASE WHEN seed_h(i,93)<0.3 THEN f||'.'||replace(l,' ','') ELSE lower(f||'.'||replace(l,' ','')) END||floor(seed_h(i,94)*900)::int||'@example.lu', f||' '||l,
  md5('inv'||i), CASE WHEN seed_h(i,95)<0.55 THEN 'accepted' WHEN seed_h(i,95)<0.75 THEN 'declined' WHEN seed_h(i,95)<0.97 THEN 'expired' ELSE 'pending' END,
  timestamptz '2021-01-01' + (i*1600.0/seed_n(50000))*interval '1 day', CASE WHEN seed_h(i,95)<0.75 THEN timestamptz '2021-01-01' + (i*1600.0/seed_n(50000)+seed_h(i,96)*5)*interval '1 day' END
FROM (SELECT i, seed_perm(floor(seed_n(4000)*seed_h(i,97)*seed_h(i,97))::bigint,seed_n(4000),1327) e, seed_pick(fn,i,98) f, seed_pick(ln,i,99) l FROM generate_series(1,seed_n(50000)) i, seed_const) s;

-- ---------- connections & messages
INSERT INTO crush_lu_eventconnection (id,user1_id,user2_id,event_id,status,created_at,responded_at)
SELECT row_number() over (order by mi), a, b, CASE WHEN seed_h(mi,101)<0.03 THEN NULL ELSE 1+floor(seed_h(mi,102)*seed_n(4000))::int END, st,
  t, CASE WHEN st<>'pending' THEN t + seed_h(mi,103)*interval '6 days' END
FROM (SELECT a,b,min(i) mi, timestamptz '2021-02-01' + (min(i)*1570.0/seed_n(62000))*interval '1 day' t, CASE WHEN seed_h(min(i),104)<0.62 THEN 'accepted' WHEN seed_h(min(i),104)<0.85 THEN 'declined' ELSE 'pending' END st
  FROM (SELECT i, seed_perm(floor(seed_n(20000)*seed_h(i,105)*seed_h(i,105))::bigint,seed_n(20000),7919) a, seed_perm(floor(seed_n(20000)*seed_h(i,106)*seed_h(i,106))::bigint,seed_n(20000),104729) b FROM generate_series(1,seed_n(62000)) i) x
  WHERE a<>b GROUP BY a,b) y;
DELETE FROM crush_lu_eventconnection c USING crush_lu_eventconnection d WHERE c.user1_id=d.user2_id AND c.user2_id=d.user1_id AND c.id>d.id;

INSERT INTO crush_lu_connectionmessage (id,connection_id,sender_id,message,sent_at,read_at)
SELECT i, c.id, CASE WHEN seed_h(i,111)<0.5 THEN c.user1_id ELSE c.user2_id END, seed_pick(k.msg,i,112)||CASE WHEN seed_h(i,113)<0.5 THEN ' '||seed_pick(k.msg,i,114) ELSE '' END, t,
  CASE WHEN seed_h(i,115) < CASE WHEN t>timestamptz '2025-05-18' THEN 0.35 ELSE 0.006 END THEN NULL ELSE t + seed_h(i,116)*interval '30 hours' END
FROM (SELECT i, 1+ (floor(seed_n(59000)*seed_h(i,117)*seed_h(i,117))::bigint * 7919) % seed_n(59000) cid, timestamptz '2021-03-01' + (i*1553.0/seed_n(240000))*interval '1 day' + seed_h(i,118)*interval '3 minutes' t FROM generate_series(1,seed_n(240000)) i) m
JOIN crush_lu_eventconnection c ON c.id=m.cid, seed_const k ORDER BY i;

-- ---------- journeys
INSERT INTO crush_lu_journeyconfiguration SELECT i, (ARRAY['Wanderlust','Sternenhimmel','Moselreise','Vieux Luxembourg','Winterzauber','Jardin secret','Schlassgeheimnis','Rendez-vous','Liichterfest','Bal masqué','Valentinsdag','Summerdream'])[i], (ARRAY['wonderland','custom','advent'])[1+i%3], i<>7, timestamptz '2023-01-01'+i*interval '30 days' FROM generate_series(1,12) i;
INSERT INTO crush_lu_journeychapter SELECT i, 1+(i-1)/6, 1+(i-1)%6, 'Chapitre '||(1+(i-1)%6), CASE WHEN (i-1)%6=0 THEN NULL ELSE i-1 END FROM generate_series(1,72) i;
INSERT INTO crush_lu_journeychallenge SELECT i, 1+(i-1)/6, 1+(i-1)%6, (ARRAY['riddle','word_scramble','multiple_choice','memory_match','timeline_sort'])[1+i%5], 'Question '||i||' ?', 10*(1+i%5) FROM generate_series(1,432) i;
INSERT INTO crush_lu_journeyreward SELECT i, i, (ARRAY['poem','photo_reveal','voice_message','gift_box'])[1+i%4], 'Cadeau '||i FROM generate_series(1,72) i;
INSERT INTO crush_lu_journeyprogress (id,user_id,journey_id,current_chapter_id,completed_challenges,unlocked_rewards,metadata,total_points,is_completed,started_at,updated_at)
SELECT row_number() over (order by mi), u, j, (j-1)*6+1+least(5,n/6), to_jsonb(ARRAY(SELECT ((j-1)*36+g)::int FROM generate_series(1,n) g)), to_jsonb(ARRAY(SELECT ((j-1)*6+g)::int FROM generate_series(1,n/6) g)),
  jsonb_build_object('device',(ARRAY['ios','ios','android','android','web'])[1+floor(seed_h(mi,121)*5)::int],'streak',floor(seed_h(mi,122)*seed_h(mi,122)*60)::int)
   || CASE WHEN seed_h(mi,123)<0.9 THEN jsonb_build_object('last_active',to_char(date '2023-06-01'+floor((1-seed_h(mi,124)*seed_h(mi,124))*730)::int,'YYYY-MM-DD')) ELSE '{}'::jsonb END
   || CASE WHEN seed_h(mi,125)<0.0008 THEN '{"beta_flag": true}'::jsonb ELSE '{}'::jsonb END,
  n*15, n>=36, timestamptz '2023-06-01'+(mi*700.0/seed_n(44000))*interval '1 day', timestamptz '2023-06-01'+(mi*700.0/seed_n(44000)+seed_h(mi,126)*30)*interval '1 day'
FROM (SELECT u,j,min(i) mi, floor(seed_h(min(i),127)*seed_h(min(i),128)*37.5)::int n FROM (SELECT i, 1+floor(seed_h(i,129)*seed_n(20000))::int u, 1+floor(seed_h(i,130)*seed_h(i,130)*12)::int j FROM generate_series(1,seed_n(44000)) i) x GROUP BY u,j) y;

INSERT INTO crush_lu_globalactivityoption (id,display_name,activity_type,tags,canton,is_active,sort_order)
SELECT i, (ARRAY['Mini-golf','Escape room','Cinéma','Kletterhalle','Kajak','Musée','Wäinprouf','Bowling','Karaoke','Thermes','Theater','Yoga'])[1+floor(seed_h(i,131)*12)::int]||' '||i, (ARRAY['phase2_presentation','phase2_twist','icebreaker'])[1+i%3],
  ARRAY(SELECT DISTINCT t[1+floor(seed_h(i*10+g,132)*seed_h(i*10+g,132)*seed_h(i*10+g,132)*cardinality(t))::int] FROM generate_series(1,1+floor(seed_h(i,133)*4)::int) g ORDER BY 1),
  c.canton[1+floor(seed_h(i,134)*100)::int], seed_h(i,135)<0.9, floor(seed_h(i,136)*1000)::int
FROM generate_series(1,seed_n(20000)) i, seed_const c, (SELECT ARRAY['outdoor','indoor','sports','food','musique','culture','fitness','wäin','famille','nature','danse','jeux','art','photo','vélo','eau','montagne','nuit','romantique','gratuit','accessible','chiens','halloween','Schueberfouer','buergbrennen','apéro','escalade','spa','astronomie','parapente']::varchar(50)[] t) tt;

-- ---------- VinsDelux
INSERT INTO vinsdelux_vdlproducer SELECT i, (ARRAY['Domaine','Caves','Weingut','Clos','Maison'])[1+i%5]||' '||(SELECT seed_pick(ln,i,141) FROM seed_const)||' '||i, (ARRAY['Remich','Wormeldange','Grevenmacher','Schengen','Remerschen','Ahn','Ehnen','Machtum'])[1+floor(seed_h(i,142)*seed_h(i,143)*8)::int], CASE WHEN seed_h(i,144)<0.1 THEN NULL ELSE 1850+floor(seed_h(i,145)*160)::int END, (SELECT seed_pick(phr,i,146) FROM seed_const), i%10=0 FROM generate_series(1,120) i;
INSERT INTO vinsdelux_vdlplot (id,producer_id,plot_identifier,name,grape_variety,soil_type,size_m2,base_price,status,is_premium,wine_profile,created_at)
SELECT i, 1+floor(seed_h(i,151)*seed_h(i,151)*120)::int, 'LUX-'||upper(substr(md5(i::text),1,4))||'-'||lpad(i::text,5,'0'), (ARRAY['Koeppchen','Wousselt','Grauberg','Palmberg','Kourschels','Primerberg','Fels','Hohfels'])[1+floor(seed_h(i,152)*8)::int],
  (ARRAY['Riesling','Pinot Gris','Auxerrois','Rivaner','Crémant','Pinot Noir','Gewürztraminer'])[v], (ARRAY['Keuper','Muschelkalk','Keuper','Lehm','Kalk','Schiefer','Lehm'])[v], 100+floor(seed_h(i,153)*900)::int, 300+floor(seed_h(i,154)*seed_h(i,154)*4000)::int,
  CASE WHEN seed_h(i,155)<0.25 THEN 'available' WHEN seed_h(i,155)<0.35 THEN 'reserved' ELSE 'adopted' END, seed_h(i,156)<0.06,
  jsonb_build_object('acidity',1+floor(seed_h(i,157)*5)::int,'body',1+floor(seed_h(i,158)*5)::int,'notes',jsonb_build_array((ARRAY['citron','pêche','mineral','amande'])[1+floor(seed_h(i,159)*4)::int])), timestamptz '2022-01-01'+i*interval '90 minutes'
FROM (SELECT i, 1+floor(seed_h(i,150)*seed_h(i,149)*7)::int v FROM generate_series(1,seed_n(12000)) i) s;
INSERT INTO vinsdelux_vdlcoffret SELECT i, 1+floor(seed_h(i,161)*120)::int, 'Coffret '||(ARRAY['Découverte','Prestige','Tradition','Crémant'])[1+i%4]||' '||i, 'VDL-'||lpad(i::text,5,'0'), 30+floor(seed_h(i,162)*200)::int, floor(seed_h(i,163)*80)::int, seed_h(i,164)<0.9 FROM generate_series(1,600) i;
INSERT INTO vinsdelux_vdladoptionplan SELECT i, 1+floor(seed_h(i,165)*120)::int, CASE WHEN seed_h(i,166)<0.1 THEN NULL ELSE 1+floor(seed_h(i,167)*600)::int END, 'Plan '||(ARRAY['Bronze','Argent','Or','Grand Cru'])[1+i%4]||' '||i, 100+50*(i%20), (ARRAY[12,24,36])[1+i%3], i%9<>0 FROM generate_series(1,480) i;
INSERT INTO vinsdelux_vdlplot_adoption_plans (id,vdlplot_id,vdladoptionplan_id)
SELECT row_number() over (order by p,a), p, a FROM (SELECT DISTINCT 1+floor(seed_h(i,171)*seed_n(12000))::int p, 1+floor(seed_h(i,172)*seed_h(i,172)*480)::int a FROM generate_series(1,seed_n(84000)) i) s;
INSERT INTO vinsdelux_vdlplotreservation (id,plot_id,user_id,adoption_plan_id,starts_on,ends_on,status,session_key,created_at)
SELECT i, p, CASE WHEN seed_h(i,181)<0.2 THEN NULL ELSE 1+floor(seed_h(i,182)*seed_n(20000))::int END, 1+floor(seed_h(i,183)*seed_h(i,183)*480)::int, d, d+30+floor(seed_h(i,184)*60)::int,
  CASE WHEN seed_h(i,185)<0.70 THEN 'confirmed' WHEN seed_h(i,185)<0.97 THEN 'expired' ELSE 'held' END, md5('s'||i), d - seed_h(i,186)*interval '20 days'
FROM (SELECT i, 1+((CASE WHEN i%1009=0 THEN i-1 ELSE i END)*7) % seed_n(12000) p, date '2019-01-01' + (i*2300/seed_n(30000)) + floor(seed_h(i,187)*80)::int d FROM generate_series(1,seed_n(30000)) i) s;

-- ---------- Entreprinder matching
INSERT INTO entreprinder_entrepreneurprofile (id,user_id,company,industry,location,tagline,bio,years_of_experience,is_mentor,is_looking_for_funding,created_at)
SELECT i, seed_perm(i,seed_n(20000),7919), l||(ARRAY[' S.à r.l.',' S.A.',' GmbH',' & Fils'])[1+floor(seed_h(i,191)*4)::int], (ARRAY['FinTech','FinTech','Wine & Food','Space','Logistics','HealthTech','LegalTech','Tourism','Construction','AI'])[1+floor(seed_h(i,192)*10)::int], c.city[1+floor(seed_h(i,193)*100)::int], seed_pick(c.phr,i,194), seed_pick(c.phr,i,195)||' '||seed_pick(c.phr,i,196), CASE WHEN seed_h(i,197)<0.1 THEN NULL ELSE floor(seed_h(i,198)*35)::int END, seed_h(i,199)<0.08, seed_h(i,200)<0.3, timestamptz '2023-01-01'+i*interval '2 hours'
FROM (SELECT i, (SELECT seed_pick(ln,i,201) FROM seed_const) l FROM generate_series(1,seed_n(10000)) i) s, seed_const c;
INSERT INTO entreprinder_like (id,liker_id,liked_id,created_at)
SELECT row_number() over (order by mi,a,b), a, b, timestamptz '2023-02-01'+(mi*850.0/seed_n(150000))*interval '1 day' FROM (
  SELECT a,b,min(i) mi FROM (
    SELECT i, seed_perm(floor(seed_n(10000)*seed_h(i,211)*seed_h(i,211))::bigint,seed_n(10000),7919) a, seed_perm(floor(seed_n(10000)*seed_h(i,212)*seed_h(i,212))::bigint,seed_n(10000),104729) b FROM generate_series(1,seed_n(150000)) i
    UNION ALL
    SELECT i+30, seed_perm(floor(seed_n(10000)*seed_h(i,212)*seed_h(i,212))::bigint,seed_n(10000),104729), seed_perm(floor(seed_n(10000)*seed_h(i,211)*seed_h(i,211))::bigint,seed_n(10000),7919) FROM generate_series(1,seed_n(150000)) i WHERE seed_h(i,213)<0.05) x
  WHERE a<>b GROUP BY a,b) y;
INSERT INTO entreprinder_dislike (id,disliker_id,disliked_id,created_at)
SELECT row_number() over (order by mi), a, b, timestamptz '2023-02-01'+(mi*850.0/seed_n(40000))*interval '1 day' FROM (
  SELECT a,b,min(i) mi FROM (SELECT i, seed_perm(floor(seed_n(10000)*seed_h(i,221)*seed_h(i,221))::bigint,seed_n(10000),7919) a, 1+floor(seed_n(10000)*seed_h(i,222))::int b FROM generate_series(1,seed_n(40000)) i) x WHERE a<>b GROUP BY a,b) y;
INSERT INTO entreprinder_match (id,entrepreneur1_id,entrepreneur2_id,is_active,matched_at)
SELECT row_number() over (order by greatest(x.created_at,y.created_at), x.liker_id, x.liked_id), x.liker_id, x.liked_id, seed_h(x.id,231)<0.93, greatest(x.created_at,y.created_at)
FROM entreprinder_like x JOIN entreprinder_like y ON y.liker_id=x.liked_id AND y.liked_id=x.liker_id WHERE x.liker_id<x.liked_id;

INSERT INTO django_migrations (app,name,applied)
SELECT app, lpad(n::text,4,'0')||'_'||(ARRAY['initial','auto','add_field','alter_field','populate'])[1+(n*7+length(app))%5]||CASE WHEN n=1 THEN '' ELSE '_'||substr(md5(app||n),1,6) END, timestamptz '2023-01-01'+n*interval '11 days'
FROM (VALUES ('crush_lu',15),('vinsdelux',12),('entreprinder',9),('auth',12),('contenttypes',2)) v(app,k), generate_series(1,k) n;
DROP TABLE seed_const; DROP FUNCTION seed_perm; DROP FUNCTION seed_pick; DROP FUNCTION seed_h; DROP FUNCTION seed_n; DROP FUNCTION seed_scale;
