/** Lines of the bench: a name, the ratio or figure, and what it was made of. */
export const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`

export function line(name: string, figure: string, detail: string): void {
  process.stdout.write(`${name.padEnd(46)} ${figure.padStart(12)}   ${detail}\n`)
}

export function heading(text: string): void {
  process.stdout.write(`\n${text}\n`)
}
