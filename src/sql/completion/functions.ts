/**
 * PostgreSQL's functions that a query in a web application's day may want, with their arguments as the manual writes
 * them. https://www.postgresql.org/docs/18/functions.html A test asks PostgreSQL whether there are such functions.
 */

export interface FunctionWords {
  readonly name: string
  readonly arguments: string
  /** A set of rows: for FROM. */
  readonly rows: boolean
}

/** Aggregates and window functions come first, because they are what SELECT lists are made of. */
const LIST = `
count(*) sum(expression) avg(expression) min(expression) max(expression) array_agg(expression)
string_agg(value,delimiter) json_agg(expression) jsonb_agg(expression) jsonb_object_agg(key,value) bool_and(condition)
bool_or(condition) stddev(expression) variance(expression) corr(y,x) percentile_cont(fraction) percentile_disc(fraction)
mode()
row_number() rank() dense_rank() percent_rank() cume_dist() ntile(buckets) lag(value) lead(value) first_value(value)
last_value(value) nth_value(value,n)
coalesce(value,…) nullif(a,b) greatest(value,…) least(value,…)
now() clock_timestamp() statement_timestamp() age(timestamp) date_trunc(field,source) date_part(field,source)
date_bin(stride,source,origin) extract(field,FROM,source) make_date(year,month,day) make_interval() make_timestamptz()
to_char(value,format) to_date(text,format) to_timestamp(text,format) to_number(text,format) justify_interval(interval)
abs(x) ceil(x) floor(x) round(x,digits) trunc(x) sqrt(x) power(a,b) mod(a,b) sign(x) exp(x) ln(x) log(x) random()
setseed(seed) width_bucket(operand,low,high,count) div(a,b)
lower(text) upper(text) initcap(text) length(text) char_length(text) substring(text,from,for) position(substring,IN,text)
strpos(text,substring) replace(text,from,to) translate(text,from,to) trim(text) ltrim(text) rtrim(text) btrim(text)
left(text,n) right(text,n) lpad(text,length) rpad(text,length) repeat(text,n) reverse(text) concat(value,…)
concat_ws(separator,value,…) split_part(text,delimiter,n) starts_with(text,prefix) format(format,value,…)
quote_ident(text) quote_literal(text) md5(text) encode(bytes,format) decode(text,format) ascii(text) chr(code)
regexp_replace(text,pattern,replacement) regexp_match(text,pattern) regexp_count(text,pattern)
regexp_substr(text,pattern) regexp_like(text,pattern) octet_length(text) normalize(text) unistr(text)
array_length(array,dimension) array_position(array,element) array_positions(array,element) array_append(array,element)
array_prepend(element,array) array_remove(array,element) array_replace(array,from,to) array_cat(a,b)
array_to_string(array,delimiter) string_to_array(text,delimiter) cardinality(array) array_upper(array,dimension)
array_lower(array,dimension) trim_array(array,n) array_sort(array) array_reverse(array)
jsonb_build_object(key,value,…) jsonb_build_array(value,…) json_build_object(key,value,…) to_json(value) to_jsonb(value)
row_to_json(record) jsonb_set(target,path,value) jsonb_insert(target,path,value) jsonb_strip_nulls(target)
jsonb_pretty(value) jsonb_typeof(value) jsonb_array_length(array) jsonb_extract_path(value,path)
jsonb_extract_path_text(value,path) jsonb_path_exists(target,path) jsonb_path_query_first(target,path)
jsonb_path_match(target,path)
to_tsvector(config,text) to_tsquery(config,query) plainto_tsquery(config,query) websearch_to_tsquery(config,query)
phraseto_tsquery(config,query) ts_rank(vector,query) ts_rank_cd(vector,query) ts_headline(config,text,query)
setweight(vector,weight) similarity(a,b) word_similarity(a,b) unaccent(text)
isempty(range) lower_inc(range) upper_inc(range) range_merge(a,b) tstzrange(lower,upper) daterange(lower,upper)
int4range(lower,upper) numrange(lower,upper)
gen_random_uuid() uuidv7() nextval(sequence) currval(sequence) setval(sequence,value) current_setting(name)
set_config(name,value,is_local) pg_typeof(value) num_nulls(value,…) num_nonnulls(value,…) hashtext(text)
pg_relation_size(relation) pg_table_size(relation) pg_total_relation_size(relation) pg_indexes_size(relation)
pg_size_pretty(bytes) pg_column_size(value) pg_get_indexdef(index) pg_get_constraintdef(constraint)
pg_get_viewdef(view) pg_backend_pid() pg_sleep(seconds) version() current_database() pg_stat_force_next_flush()
`

/** Those that give rows. */
const ROWS = `
generate_series(start,stop,step) unnest(array) jsonb_array_elements(array) jsonb_array_elements_text(array)
jsonb_each(object) jsonb_each_text(object) jsonb_object_keys(object) jsonb_to_recordset(array) jsonb_path_query(target,path)
jsonb_populate_recordset(base,array) json_array_elements(array) regexp_matches(text,pattern)
regexp_split_to_table(text,pattern) string_to_table(text,delimiter) generate_subscripts(array,dimension)
`

const read = (text: string, rows: boolean): FunctionWords[] =>
  [...text.matchAll(/(\w+)\((.*?)\)/gs)].map(([, name = '', list = '']) => ({
    name,
    arguments: list
      .replaceAll(/\s/g, '')
      .replaceAll(',FROM,', ' FROM ')
      .replaceAll(',IN,', ' IN ')
      .replaceAll(',', ', '),
    rows,
  }))

export const FUNCTIONS: readonly FunctionWords[] = [...read(LIST, false), ...read(ROWS, true)]
