import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import styles from './Button.module.css'

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly icon?: IconName
  /** `primary`: the one thing to do next; `quiet`: no frame until it is pointed at. */
  readonly look?: 'primary' | 'plain' | 'quiet'
  readonly children?: ReactNode
  readonly buttonRef?: Ref<HTMLButtonElement>
}

export function Button({ icon, look = 'plain', children, className, buttonRef, ...rest }: Props) {
  const classes = [styles.button, styles[look], children === undefined ? styles.bare : '', className]
  return (
    <button type="button" ref={buttonRef} className={classes.filter(Boolean).join(' ')} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}
