import styles from './Icon.module.css'

/** Drawn on a 16 × 16 grid with lines of 1.5. */
const PATHS = {
  run: 'M4.5 3v10l8-5z',
  stop: 'M4 4h8v8H4z',
  reset: 'M3.2 6.2A5.2 5.2 0 1 1 2.8 9M3 2.6v3.8h3.8',
  share: 'M6.5 9.5 12.8 3.2M8.6 3h4.6v4.6M11.5 9.6V13H3V4.5h3.4',
  check: 'm3 8.4 3.4 3.4L13 4.8',
  cross: 'm4 4 8 8M12 4l-8 8',
  left: 'M13.5 8H2.9M6.8 4l-4 4 4 4',
  right: 'M2.5 8h10.6M9.2 4l4 4-4 4',
  down: 'm4 6 4 4 4-4',
  open: 'M8 11V3M4.8 6 8 2.8 11.2 6M2.8 11v2.2h10.4V11',
  download: 'M8 2.8V11M4.8 7.8 8 11l3.2-3.2M2.8 11v2.2h10.4V11',
  copy: 'M5.5 5.5h7.7v7.7H5.5zM10.4 5.3V2.8H2.8v7.6h2.5',
  sun: 'M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6M8 1.2v1.6M8 13.2v1.6M1.2 8h1.6M13.2 8h1.6M3.2 3.2l1.1 1.1M11.7 11.7l1.1 1.1M3.2 12.8l1.1-1.1M11.7 4.3l1.1-1.1',
  moon: 'M13 9.6A5.6 5.6 0 0 1 6.4 3a5.4 5.4 0 1 0 6.6 6.6z',
  system: 'M2.2 3.2h11.6v7.6H2.2zM5.6 13.4h4.8',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  dot: 'M8 6.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6',
} as const

export type IconName = keyof typeof PATHS

const FILLED: ReadonlySet<IconName> = new Set(['run', 'stop', 'dot'])

/** Decoration beside a word; where it stands alone, the button carries the name. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      className={FILLED.has(name) ? styles.filled : styles.line}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
