/** Why a part of the page did not arrive; the page cannot tell which. */
export const WHY_NOT_LOADED =
  'The connection failed, or a newer version of this site has taken the place of the one that the page comes from.'
