import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import { existsSync, readFileSync } from 'node:fs';

const text = { type: 'string', minLength: 1 };
const day = { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[012])-(0[1-9]|[12][0-9]|3[01])$' };
const organization = { type: 'object', required: ['id', 'name'], properties: { id: text, name: text } };

/** What the 360Giving Data Standard asks of every file, in our own words. */
const ASKED: AnySchema = {
  type: 'object',
  required: ['grants'],
  properties: {
    version: { type: 'string', pattern: '^\\d+\\.\\d+$' },
    grants: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: {
        type: 'object',
        required: [
          ...['id', 'title', 'description', 'currency', 'amountAwarded', 'awardDate'],
          ...['recipientOrganization', 'fundingOrganization'],
        ],
        properties: {
          id: { type: 'string', pattern: '^360G-.+-.+$' },
          title: text,
          description: text,
          currency: { const: 'JPY' },
          amountAwarded: { type: 'number' },
          amountDisbursed: { type: 'number' },
          awardDate: day,
          recipientOrganization: { type: 'array', minItems: 1, items: organization },
          fundingOrganization: { type: 'array', minItems: 1, items: organization },
          recipientIndividual: false,
        },
      },
    },
  },
};

/** A copy of the published schema beside the project, where there is one. */
const PUBLISHED = '../shared/data/360giving/360-giving-schema.json';

/** What is wrong with a file of the 360Giving standard, one line each; empty when it is valid. */
export function checkThreeSixtyGiving(file: { readonly grants?: readonly unknown[] }): string[] {
  const faults = faultsOf(ASKED, file);
  if (!existsSync(PUBLISHED)) return faults;
  const published = JSON.parse(readFileSync(PUBLISHED, 'utf8')) as Record<string, unknown>;
  // The publication spells the address of the meta-schema with http.
  const schema = { ...published, $schema: 'https://json-schema.org/draft/2020-12/schema' };
  return [...faults, ...(file.grants ?? []).flatMap((grant) => faultsOf(schema, grant))];
}

function faultsOf(schema: AnySchema, value: unknown): string[] {
  // The publication marks its code lists and roll-ups with words of its own; a day is told from a moment by its format.
  const formats = { 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/, uri: /^[a-z]+:/ };
  const validate = new Ajv2020({ strict: false, formats, allErrors: true }).compile(schema);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message ?? ''}`);
}
