/** Names that clients know the features by. */

/** The kind of code action that repairs everything that the settings accept. */
export const FIX_ALL = 'source.fixAll.wenzhen';

/**
 * The legend of semantic tokens; the order is the protocol's numbering. The client's package
 * maps each to a theme colour; `comment` is standard.
 */
export const TOKEN_TYPES = ['speaker', 'official', 'marker', 'slogan', 'officialTitle', 'comment'] as const;
