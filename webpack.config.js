const { readdirSync } = require('node:fs');
const path = require('node:path');
const CopyWebpackPlugin = require('copy-webpack-plugin');
const CustomFunctionsMetadataPlugin = require('custom-functions-metadata-plugin');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const { IgnorePlugin } = require('webpack');

/** Where the add-in is served in development; `PLUMBLINE_URL` puts another address into a release. */
const DEVELOPMENT_URL = 'https://localhost:3000';
const releaseUrl = process.env.PLUMBLINE_URL ?? DEVELOPMENT_URL;

const source = (file) => path.resolve(__dirname, 'src', file);
const output = (folder) => path.resolve(__dirname, 'dist', folder);

/** The files whose functions Excel is told of. */
const functionFiles = readdirSync(source('functions/slm')).sort().map((file) => source(`functions/slm/${file}`));
const HELP_PAGE = 'help.html';

/**
 * Completes what the generator says of the functions: each sees error cells inside its ranges (`#N/A`
 * in one row must not blind the rest), for which there is no tag, and each has its place in the help at
 * the address of this build.
 */
class CompleteMetadata {
  apply(compiler) {
    // After the generator's own tap, in the same hook: child compilations carry the file, too.
    compiler.hooks.compilation.tap('CompleteMetadata', ({ assets }) => {
      const { functions, ...rest } = JSON.parse(assets['functions.json'].source().toString());
      const metadata = { allowErrorForDataTypeAny: true, ...rest, functions: functions.map((one) => ({ ...one, helpUrl: `${releaseUrl}/${HELP_PAGE}#${one.id}` })) };
      assets['functions.json'] = new compiler.webpack.sources.RawSource(JSON.stringify(metadata, null, 2));
    });
  }
}

const installed = (file) => path.resolve(__dirname, 'node_modules', file);
/** WebAssembly of the library for forecasts: bytes inside the script that wants them, which no rule of a server can keep from it. */
const wasm = {
  // The package does not export them.
  alias: Object.fromEntries(['ets', 'mstl'].map((name) => [`@bsull/augurs/${name}_bg.wasm$`, installed(`@bsull/augurs/${name}_bg.wasm`)])),
  rules: [
    {
      test: /\.wasm$/,
      oneOf: [
        // Where the library itself would fetch them from: never asked for, as it is given the bytes.
        { dependency: 'url', type: 'asset/resource', generator: { emit: false, filename: '[name][ext]' } },
        { type: 'asset/bytes' },
      ],
    },
  ],
};

const common = (mode) => ({
  mode,
  target: ['web', 'es2022'],
  devtool: mode === 'development' ? 'source-map' : false,
  resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js'], alias: wasm.alias },
  performance: { hints: false },
  stats: 'errors-warnings',
  module: {
    rules: [
      ...wasm.rules,
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        use: {
          loader: 'swc-loader',
          options: { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } } },
        },
      },
    ],
  },
});

module.exports = (_env, { mode = 'production' } = {}) => [
  {
    ...common(mode),
    name: 'addin',
    entry: { main: source('main.ts') },
    // Of all zones since 1850 the holidays' library needs those of about now: a ninth of the size.
    resolve: { ...common(mode).resolve, alias: { ...wasm.alias, 'moment-timezone$': installed('moment-timezone/builds/moment-timezone-with-data-10-year-range.min.js') } },
    output: { path: output('addin'), filename: '[name].js', chunkFilename: '[name].[contenthash:8].js', clean: true },
    // One runtime chunk: the functions and the pane must share one copy of every module.
    optimization: { runtimeChunk: 'single' },
    plugins: [
      new CustomFunctionsMetadataPlugin({ output: 'functions.json', input: functionFiles }),
      new CompleteMetadata(),
      new HtmlWebpackPlugin({ template: source('taskpane/taskpane.html'), filename: 'taskpane.html' }),
      // A page of plain HTML, written by the template from data and from what Excel is told of the functions.
      new HtmlWebpackPlugin({
        template: source('help/page.ts'),
        filename: HELP_PAGE,
        inject: false,
        minify: false,
        templateParameters: ({ assets }) => ({ metadata: JSON.parse(assets['functions.json'].source().toString()) }),
      }),
      new CopyWebpackPlugin({
        patterns: [
          { from: 'assets', to: 'assets' },
          // Its dates are under a licence of their own, and name their sources.
          { from: 'node_modules/date-holidays/LICENSE', to: 'licences/date-holidays.txt', toType: 'file' },
          { from: 'manifest.xml', transform: (content) => content.toString().replaceAll(DEVELOPMENT_URL, releaseUrl) },
        ],
      }),
      // Words for dates in a hundred languages, which nobody reads: holidays bring their own names.
      new IgnorePlugin({ resourceRegExp: /^\.\/locale$/, contextRegExp: /moment$/ }),
    ],
  },
  {
    ...common(mode),
    name: 'workbench',
    entry: { workbench: source('workbench/page/index.tsx') },
    output: { path: output('workbench'), filename: '[name].js', chunkFilename: '[name].[contenthash:8].js', clean: true },
    plugins: [
      new HtmlWebpackPlugin({ template: source('workbench/page/index.html'), filename: 'index.html' }),
    ],
  },
  {
    ...common(mode),
    name: 'command-line',
    target: 'node20',
    entry: { plumbline: source('workbench/command-line/index.ts') },
    experiments: { outputModule: true },
    output: { path: output('command-line'), filename: '[name].mjs', module: true, chunkFormat: 'module', clean: true },
    optimization: { minimize: false },
    externalsType: 'module',
    // Packages stay in node_modules: jsdom and office.js are not to be bundled.
    externals: [({ request }, done) => (/^[^./]|^\.\.?\/?node_modules/.test(request) && !path.isAbsolute(request) ? done(null, `module-import ${request}`) : done())],
  },
];

// The bench bundles the same modules.
module.exports.wasm = wasm;
