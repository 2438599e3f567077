/** WeChat's own template and style compilers: each takes a folder, answers JavaScript, throws on the first mistake. */
declare module 'miniprogram-compiler' {
  export function wxmlToJs(folder: string): string
  export function wxssToJs(folder: string): string
}
