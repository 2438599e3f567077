import { dirname, join } from 'node:path'

export const root = dirname(__dirname)

const at = (...parts: string[]) => join(root, ...parts)

export const paths = {
  cloudfunctions: at('cloudfunctions'),
  miniprogram: at('miniprogram'),
  nodeModules: at('node_modules'),
  catalogue: at('local', 'catalogue'),
  builtFunctions: at('dist', 'cloudfunctions'),
  builtPhone: at('dist', 'phone'),
  builtInspector: at('dist', 'inspect'),
  manifest: at('dist', 'manifest.json'),
  importFiles: at('dist', 'import'),
  localData: at('.local'),
  pictures: at('docs', 'pictures'),
  bank: at('cloudfunctions', 'quiz', 'bank'),
}
