/**
 * What may import what. The prose of these rules is in the README ("Map"); `test/architecture` plants a violation of
 * each and sees it caught.
 */

/** Time's arrow: a stage leans only on those before it. */
const STAGES = [
  'municipalities',
  'identity',
  'staff',
  'notices',
  'approvals',
  'panels',
  'visits',
  'records',
  'consultations',
  'acknowledgements',
  'organizations',
  'budgets',
  'forms',
  'writing',
  'programs',
  'cases',
  'proposals',
  'applications',
  'reviews',
  'grants',
  'grant-changes',
  'payments',
  'repayments',
  'performance-reports',
  'properties',
  'verifications',
  'closing',
  'disclosure',
];

const DOORS = ['web', 'api', 'worker', 'demo'];

const anyOf = (names) => `(${names.join('|')})`;
const inside = (names) => `^src/${anyOf(names)}/`;
const npm = (...names) => `node_modules/${anyOf(names)}/`;

const STAGE = inside(STAGES);
const DOOR = inside(DOORS);
/** Where the parts are put together into processes. */
const COMPOSITION = '^src/([^/]+\\.ts|start/.*)$';
const SPEC = '\\.spec\\.tsx?$';

const timesArrow = STAGES.slice(0, -1).map((stage, position) => ({
  name: `times-arrow-${stage}`,
  comment: 'A stage imports only stages above it; what happens later comes back as an event or through a port.',
  severity: 'error',
  from: { path: inside([stage]) },
  to: { path: inside(STAGES.slice(position + 1)) },
}));

const only = (name, packages, places, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^src/', pathNot: [...places, SPEC] },
  to: { path: npm(...packages) },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'kernel-imports-nothing',
      comment: 'The words that every stage shares lean on nothing.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: SPEC },
      to: { pathNot: '^src/kernel/' },
    },
    {
      name: 'domain-is-pure',
      comment:
        "A stage's domain imports the kernel, the questions of `forms`, which are pure, and itself: no framework, no database, no clock.",
      severity: 'error',
      from: { path: `^src/${anyOf(STAGES)}/domain/`, pathNot: SPEC },
      to: { pathNot: ['^src/kernel/', '^src/forms/index\\.ts$', '^src/$1/domain/'] },
    },
    ...timesArrow,
    {
      name: 'front-door-only',
      comment:
        'From outside a stage only its index.ts may be imported, by modules, doors and composition its module, and by scripts of pages what runs in the browser.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: {
        path: STAGE,
        pathNot: ['^src/$1/', `^src/${anyOf(STAGES)}/(index|in-browser)\\.ts$`, '\\.module\\.ts$'],
      },
    },
    {
      name: 'browser-door-for-scripts-only',
      comment: 'in-browser.ts is the front door of the scripts; everybody else takes index.ts.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/web/client/', SPEC] },
      to: { path: `^src/${anyOf(STAGES)}/in-browser\\.ts$` },
    },
    {
      name: 'scripts-are-pure',
      comment:
        'A script of a page leads to rules and words alone: the server, its stores and its packages stay at home.',
      severity: 'error',
      from: { path: '^src/web/client/', pathNot: SPEC },
      to: { path: ['node_modules/', '^src/(platform|config)/', '^src/[^/]+/(use-cases|store)/'], reachable: true },
    },
    {
      name: 'modules-know-modules',
      comment: "A stage's module is wiring: only other modules, doors and composition import it.",
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: ['\\.module\\.ts$', DOOR, COMPOSITION] },
      to: { path: `^src/${anyOf(STAGES)}/.*\\.module\\.ts$`, pathNot: '^src/$1/' },
    },
    {
      name: 'platform-knows-no-stage',
      comment: 'Platform and config are technique without domain.',
      severity: 'error',
      from: { path: inside(['platform', 'config']) },
      to: { path: [STAGE, DOOR, COMPOSITION] },
    },
    {
      name: 'nobody-imports-a-door',
      comment: 'Doors stand outside: stages do not know how they are entered.',
      severity: 'error',
      from: { path: '^src/', pathNot: [DOOR, COMPOSITION] },
      to: { path: [DOOR, COMPOSITION] },
    },
    {
      name: 'doors-ignore-each-other',
      comment:
        'What two doors share belongs into a stage or into platform. The demo walks through the others from outside.',
      severity: 'error',
      from: { path: DOOR },
      to: { path: DOOR, pathNot: '^src/$1/' },
    },
    {
      name: 'desks-ignore-each-other',
      comment: 'Pages of one desk do not lean on those of another; what they share is in web/shared.',
      severity: 'error',
      from: { path: '^src/web/(committee|staff|panel|treasury|public|admin)/' },
      to: { path: '^src/web/(committee|staff|panel|treasury|public|admin)/', pathNot: '^src/web/$1/' },
    },
    only(
      'typeorm-only-in-stores',
      ['typeorm', '@nestjs/typeorm', 'pg'],
      ['/store/', '^src/platform/(database|outbox|audit|queue)/', '\\.module\\.ts$', COMPOSITION],
      'The database is known to stores and to the platform alone.',
    ),
    {
      name: 'modules-name-typeorm-only-for-wiring',
      comment: 'A module names TypeOrmModule, never TypeORM itself.',
      severity: 'error',
      from: { path: '\\.module\\.ts$', pathNot: '^src/platform/' },
      to: { path: npm('typeorm', 'pg') },
    },
    only('bullmq-only-in-queue', ['bullmq', 'ioredis'], ['^src/platform/queue/'], 'One place knows the queue.'),
    only('pdfkit-only-in-pdf', ['pdfkit', 'fontkit'], ['^src/platform/pdf/'], 'One place draws.'),
    only(
      'http-only-in-doors',
      ['express', '@nestjs/platform-express', 'multer', 'helmet', 'cookie'],
      ['^src/(web|api)/', '^src/platform/http/', COMPOSITION],
      'Only doors speak HTTP.',
    ),
    only(
      'class-validator-only-in-doors',
      ['class-validator', 'class-transformer'],
      ['^src/(web|api)/', '^src/config/'],
      'Shape is checked where it comes in; rules are the domain’s.',
    ),
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle is one thing that pretends to be two.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'migrations-stand-alone',
      comment: 'A migration must still run when the code around it has moved on.',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^src/' },
    },
    {
      name: 'source-knows-no-tests',
      severity: 'error',
      comment: 'What ships does not lean on what tests it.',
      from: { path: '^(src|migrations)/', pathNot: SPEC },
      to: { path: ['^test/', SPEC], dependencyTypesNot: ['npm'] },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      comment: 'An import that leads nowhere.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-packages',
      severity: 'error',
      comment: 'A town hall installs without development packages.',
      from: { path: '^(src|migrations)/', pathNot: SPEC },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
