/**
 * A letter or sign right behind an ideograph that may be the second byte of a pair whose first byte is gone or was taken by the character
 * before it: reading falls into step again there.
 */
export const LEFT_OVER = /[\u4e00-\u9fff][@-~](?![@-~])/;
