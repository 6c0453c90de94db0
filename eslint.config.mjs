import tseslint from 'typescript-eslint';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const officeRules = require('eslint-plugin-office-addins/lib/rules').default ?? require('eslint-plugin-office-addins/lib/rules');

/** What each room may import of the house; the README's map says the same in words. */
const rooms = {
  domain: ['domain'],
  tables: ['tables', 'domain'],
  reports: ['reports', 'domain'],
  sample: ['sample', 'domain', 'tables', 'reports'],
  excel: ['excel', 'tables', 'reports', 'domain'],
  commands: ['commands', 'excel', 'sample', 'reports', 'tables', 'domain'],
  functions: ['functions', 'excel', 'tables', 'reports', 'domain'],
  help: ['help', 'domain'],
  taskpane: ['taskpane', 'help', 'commands', 'functions', 'excel', 'sample', 'reports', 'tables', 'domain'],
};
const all = [...Object.keys(rooms), 'workbench'];

const directions = Object.entries(rooms).map(([room, allowed]) => ({
  files: [`src/${room}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...all.filter((other) => !allowed.includes(other)).map((other) => ({ group: [`**/${other}/**`], message: `src/${room} may not know src/${other}.` })),
          ...(['domain', 'tables', 'reports', 'sample', 'help'].includes(room) ? [{ group: ['react', 'react-dom', '@fluentui/*', 'office-js'], message: `src/${room} is pure.` }] : []),
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      'no-eval': 'error',
      eqeqeq: ['error', 'always'],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  { files: ['*.config.js', 'webpack.config.js', 'test/support/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' }, languageOptions: { globals: { module: 'writable', require: 'readonly', __dirname: 'readonly', process: 'readonly' } } },
  {
    files: ['src/{excel,functions,commands,taskpane}/**/*.{ts,tsx}'],
    plugins: { 'office-addins': { rules: officeRules } },
    rules: Object.fromEntries(Object.keys(officeRules).map((rule) => [`office-addins/${rule}`, 'error'])),
  },
  { files: ['src/**/*.{ts,tsx}'], ignores: ['src/{excel,workbench,taskpane}/**', 'src/commands/**', 'src/functions/**', 'src/main.ts'], rules: { 'no-restricted-globals': ['error', 'Excel', 'Office', 'window', 'document'] } },
  ...directions,
  { files: ['src/domain/time/**/*.ts'], rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['../*'], message: 'src/domain/time knows nothing but itself.' }] }] } },
);
