/** The Emscripten factory inside `libpg-query`, which the package ships without types. */
declare module 'libpg-query/wasm/libpg-query.js' {
  export interface LibpgQueryModule {
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
  export interface LibpgQueryOptions {
    instantiateWasm?: (
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance) => void,
    ) => unknown
  }
  export default function libpgQuery(options?: LibpgQueryOptions): Promise<LibpgQueryModule>
}
