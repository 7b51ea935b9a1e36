/** Names that a dataset may have: they are folders, parts of addresses and written in links. */
export const DATASET_NAME = /^[a-z][a-z0-9_-]{0,63}$/
