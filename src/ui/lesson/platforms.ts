import type { Platform } from '../../lesson/types.ts'

export const PLATFORM_NAMES: Readonly<Record<Platform, string>> = {
  crush_lu: 'Crush.lu',
  vinsdelux: 'VinsDelux',
  entreprinder: 'Entreprinder',
}
