/** OpenCC's dictionaries one by one: rows `from to [other …]`, joined by `|`. */
declare module 'opencc-js/dict/*' {
  const rows: string;
  export default rows;
}
