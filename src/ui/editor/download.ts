/** Hands a text to the browser as a file. */
export function downloadText(name: string, text: string, type = 'application/sql'): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}

export const downloadProgress = (text: string): void =>
  downloadText('planground-progress.json', text, 'application/json')
