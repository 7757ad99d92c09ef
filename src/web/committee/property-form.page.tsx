import type { PropertyPage } from '../../properties/index.js';
import { Button, ButtonLink, ButtonRow, Form, Hidden, type Viewer } from '../shared/index.js';
import { PropertyFields, type TypedLine } from '../shared/property-fields.js';

interface PropertyFormProps {
  readonly viewer: Viewer;
  readonly view: PropertyPage;
  readonly source: string;
  readonly line: TypedLine;
}

/** One line of 備品台帳. */
export const PropertyForm = ({ viewer, view: { grant, terms }, source, line }: PropertyFormProps) => (
  <Form action={viewer.url(`committee/grants/${grant.id}/properties`)} label="備品">
    <Hidden name="source" value={source} />
    <PropertyFields terms={terms} line={line} />
    <ButtonRow>
      <Button>備品台帳に載せる</Button>
      <ButtonLink kind="quiet" href={viewer.url(`committee/grants/${grant.id}/properties`)}>
        やめて戻る
      </ButtonLink>
    </ButtonRow>
  </Form>
);
