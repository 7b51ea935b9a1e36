/* oxlint-disable no-underscore-dangle -- the names are Emscripten's */
/**
 * PostgreSQL 18's own parser (libpg_query, 1.7 MB of WebAssembly), bound by hand to the package's Emscripten
 * factory. The package's ready-made binding starts loading when it is imported, looks for the .wasm beside the
 * page, hides "position unknown" behind 0 and cannot be restarted after a stack overflow; this one can.
 */
// @ts-expect-error The package ships its Emscripten factory without types.
import factory from 'libpg-query/wasm/libpg-query.js'

/** What the factory gives, as far as it is used here. Pointers are numbers. */
interface LibpgQueryModule {
  _malloc(size: number): number
  _free(pointer: number): void
  _wasm_parse_query_raw(query: number): number
  _wasm_free_parse_result(result: number): void
  _wasm_parse_plpgsql(query: number): number
  _wasm_fingerprint(query: number): number
  _wasm_scan(query: number): number
  _wasm_free_string(text: number): void
  lengthBytesUTF8(text: string): number
  stringToUTF8(text: string, pointer: number, maxBytes: number): void
  UTF8ToString(pointer: number): string
  getValue(pointer: number, type: 'i32'): number
}
interface ModuleOptions {
  instantiateWasm?: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => unknown
}
const createModule = factory as (options?: ModuleOptions) => Promise<LibpgQueryModule>

/** What PostgreSQL's parser said about a text. `codePoint` counts characters from 0; null if it told no position. */
interface RawError {
  readonly kind: 'error'
  readonly message: string
  readonly codePoint: number | null
}

/** The parser's stack overflowed on this text. */
interface RawOverflow {
  readonly kind: 'overflow'
}

type Raw<T> = { readonly kind: 'value'; readonly value: T } | RawError | RawOverflow

/** Each overflow leaks parser stack, and about 30 leave it unusable: it is replaced after the first, refused after these. */
const OVERFLOWS_SURVIVED = 10

let instance: LibpgQueryModule | undefined
let compiled: WebAssembly.Module | undefined
let loading: Promise<void> | undefined
let overflows = 0

const { process } = globalThis as { process?: { versions?: { node?: string } } }
const inNode = process?.versions?.node !== undefined

/**
 * Loads the parser; every other function of `sql/` needs it. Safe to call often: it loads once. In Node the package
 * reads its own file.
 * @throws if the WebAssembly cannot be fetched or compiled; the next call tries again.
 */
export function loadSqlParser(): Promise<void> {
  loading ??= start().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

async function start(): Promise<void> {
  if (!inNode) compiled = await compile(bundledWasm())
  instance = await instantiate()
}

/** Written out in full, so that Vite finds the file, copies it and puts its final address here. */
const bundledWasm = () => new URL('../../node_modules/libpg-query/wasm/libpg-query.wasm', import.meta.url)

async function compile(url: URL): Promise<WebAssembly.Module> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`The SQL parser could not be loaded: ${response.status} for ${url.href}`)
  // Streaming needs the right content type, which a plain file server may not send.
  return response.headers.get('content-type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer())
}

function instantiate(): Promise<LibpgQueryModule> {
  const module = compiled
  if (!module) return createModule()
  return createModule({
    instantiateWasm: (imports, done) => {
      void WebAssembly.instantiate(module, imports).then(done)
    },
  })
}

/** Replaces an instance whose stack overflowed. Instantiating is asynchronous; until then the old one goes on. */
function replaceInstance(): void {
  overflows++
  if (overflows > 1) return
  void instantiate().then((fresh) => {
    instance = fresh
    overflows = 0
  })
}

function call<T>(text: string, work: (module: LibpgQueryModule, query: number) => Raw<T>): Raw<T> {
  const module = instance
  if (!module) throw new Error('The SQL parser is not loaded: await loadSqlParser() first.')
  if (overflows > OVERFLOWS_SURVIVED) return { kind: 'overflow' }
  try {
    const size = module.lengthBytesUTF8(text) + 1
    const query = module._malloc(size)
    module.stringToUTF8(text, query, size)
    const result = work(module, query)
    module._free(query)
    return result
  } catch {
    replaceInstance()
    return { kind: 'overflow' }
  }
}

/** Text without lone surrogates, which UTF-8 cannot carry; same length. */
export const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\uFFFD')

/** Parse tree of a text, as JSON of libpg_query's protobuf names. NUL must have been ruled out. */
export function rawParse(text: string): Raw<string> {
  return call(text, (module, query) => {
    const result = module._wasm_parse_query_raw(query)
    try {
      const error = module.getValue(result + 8, 'i32')
      if (error === 0) return { kind: 'value', value: module.UTF8ToString(module.getValue(result, 'i32')) }
      const position = module.getValue(error + 16, 'i32')
      return {
        kind: 'error',
        message: module.UTF8ToString(module.getValue(error, 'i32')),
        codePoint: position > 0 ? position - 1 : null,
      }
    } finally {
      module._wasm_free_parse_result(result)
    }
  })
}

function textCall(text: string, run: (module: LibpgQueryModule, query: number) => number): Raw<string> {
  return call(text, (module, query) => {
    const result = run(module, query)
    const value = module.UTF8ToString(result)
    module._wasm_free_string(result)
    return { kind: 'value', value }
  })
}

/** JSON calls answer with an object or, where they fail, with PostgreSQL's message as bare text. */
const jsonCall = (text: string, run: (module: LibpgQueryModule, query: number) => number): Raw<string> => {
  const raw = textCall(text, run)
  return raw.kind === 'value' && !raw.value.startsWith('{')
    ? { kind: 'error', message: raw.value, codePoint: null }
    : raw
}

/** Tokens of a text as JSON, comments included. */
export const rawScan = (text: string): Raw<string> =>
  jsonCall(text, (module, query) => module._wasm_scan(query))

/** Parse tree of a `DO` or `CREATE FUNCTION … LANGUAGE plpgsql` statement's body, as JSON. */
export const rawPlpgsql = (text: string): Raw<string> =>
  jsonCall(text, (module, query) => module._wasm_parse_plpgsql(query))

/** Fingerprint of a text that parses: 16 hex digits. */
export const rawFingerprint = (text: string): Raw<string> =>
  textCall(text, (module, query) => module._wasm_fingerprint(query))
