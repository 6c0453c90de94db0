import path from 'node:path';
import { fileURLToPath } from 'node:url';
import addin from '../../webpack.config.js';

const here = path.dirname(fileURLToPath(import.meta.url));

/** The bench as one file for Node; packages stay outside. */
export default {
  mode: 'production',
  target: 'node20',
  entry: { bench: path.join(here, 'index.ts') },
  experiments: { outputModule: true },
  output: { path: path.resolve(here, '../../dist/bench'), filename: '[name].mjs', module: true, chunkFormat: 'module', clean: true },
  optimization: { minimize: false },
  resolve: { extensions: ['.ts', '.mjs', '.js'], alias: addin.wasm.alias },
  stats: 'errors-warnings',
  module: { rules: [...addin.wasm.rules, { test: /\.ts$/, exclude: /node_modules/, use: { loader: 'swc-loader', options: { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } } } }] },
  externalsType: 'module',
  externals: [/^@duckdb\//, 'jsdom'],
};
