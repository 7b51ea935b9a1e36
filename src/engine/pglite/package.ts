/** The PGlite package that the page is built with. */
export { version as PGLITE_VERSION } from '../../../node_modules/@electric-sql/pglite/package.json'
/** Where the site serves PGlite's code, relative to its root. */
export { default as PGLITE_WASM } from '../../../node_modules/@electric-sql/pglite/dist/pglite.wasm?url'
