/** Made by scripts/vite-datasets.ts. */
declare module 'virtual:datasets' {
  export const datasets: readonly import('./types.ts').Dataset[]
}
