/**
 * A number in English: commas between thousands, at most `digits` decimals, none that are zero. Not by Intl: loading
 * its data blocked the page for 150 ms of the first start (measured), and the first figures on screen waited for it.
 */
export function decimal(value: number, digits = 0): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '-∞'
  const [whole = '', fraction = ''] = (Object.is(value, -0) ? 0 : value).toFixed(digits).split('.')
  const kept = fraction.replace(/0+$/, '')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  const text = kept === '' ? grouped : `${grouped}.${kept}`
  return text === '-0' ? '0' : text
}
