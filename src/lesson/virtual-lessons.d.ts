/** Made by `scripts/vite-lessons.ts` from the folders below `lessons/`. */
declare module 'virtual:lessons' {
  export const tracks: readonly import('./types.ts').Track[]
  /** One for each lesson, a chunk of its own. */
  export const loaders: Readonly<
    Record<string, () => Promise<{ readonly default: import('./types.ts').Lesson }>>
  >
}
