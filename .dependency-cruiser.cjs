/**
 * The house: imports only go down. Floors are listed from the ground up; a folder may import from its own floor's folder and from below.
 */
const floors = [
  ['base'],
  ['language'],
  ['damage'],
  ['reading'],
  ['article'],
  ['sentences', 'outline', 'people', 'slogans'],
  ['workspace'],
  ['service'],
  ['features'],
  ['node'],
  ['lsp', 'cli'],
];
const src = '^server/src/';
const folder = name => (name === 'service' ? `${src}service(\\.ts$|/)` : `${src}${name}/`);
const upward = floors.flatMap((rooms, level) =>
  rooms.map(room => ({
    name: `floor-${room}`,
    comment: `${room} imports only from its own folder and from lower floors`,
    severity: 'error',
    from: { path: folder(room) },
    to: { path: src, pathNot: [folder(room), ...floors.slice(0, level).flat().map(folder)] },
  })),
);
module.exports = {
  forbidden: [
    ...upward,
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'pure-below-lsp-and-cli',
      comment: 'no vscode, node:* or connection below the top floor',
      severity: 'error',
      from: { path: src, pathNot: [`${src}lsp/`, `${src}cli/`] },
      to: {
        path: '^(vscode|vscode-languageserver|vscode-languageclient|vscode-jsonrpc)(/|$)|node_modules/(vscode-languageserver|vscode-jsonrpc)/',
        pathNot: 'vscode-languageserver-(types|textdocument)',
      },
    },
    {
      name: 'no-node-core-below',
      comment: 'node/ is what the server and the command line share of the Node platform',
      severity: 'error',
      from: { path: src, pathNot: [`${src}node/`, `${src}lsp/`, `${src}cli/`] },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'client-and-server-apart', severity: 'error', from: { path: '^client/src/' }, to: { path: src } },
    { name: 'product-without-tests', severity: 'error', from: { path: '^(client|server)/src/' }, to: { path: '^test/' } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^vscode$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
