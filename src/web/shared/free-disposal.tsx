import { formatEra } from '../../kernel/local-date.js';
import { DISPOSAL_KIND_LABELS, DISPOSAL_KINDS, type PropertyItem } from '../../properties/index.js';
import { Button, ButtonRow } from './buttons.js';
import { DateField, Radios } from './fields.js';
import { Form, Hidden } from './forms.js';
import { Section } from './structure.js';
import { typedText } from './typed-text.js';

interface FreeDisposalProps {
  readonly action: string;
  readonly item: PropertyItem;
  /** What a refused form held. */
  readonly body: unknown;
}

/** The restriction has ended: the organisation only says that it has the item no longer. */
export const FreeDisposal = ({ action, item, body }: FreeDisposalProps) => (
  <Section title="処分したとき">
    <p>
      処分の制限は{formatEra(item.restrictedUntil)}
      で終わりました。承認を受けずに処分できます。処分したら、ここに記録します。
    </p>
    <Form action={action} label="処分の記録">
      <Hidden name="version" value={String(item.version)} />
      <Radios
        name="kind"
        label="処分の方法"
        required
        inline
        options={DISPOSAL_KINDS.map((value) => ({ value, label: DISPOSAL_KIND_LABELS[value] }))}
        value={typedText(body, 'kind')}
      />
      <DateField name="disposedOn" label="処分した日" required value={typedText(body, 'disposedOn')} />
      <ButtonRow>
        <Button>処分したことを記録する</Button>
      </ButtonRow>
    </Form>
  </Section>
);
