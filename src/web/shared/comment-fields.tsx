import { LONGEST_COMMENT, type CommentContent, type Consultation } from '../../consultations/index.js';
import type { Fault } from '../../kernel/domain-error.js';
import { Radios, Select, TextArea, TextField } from './fields.js';
import { unanswered } from './sent-form.js';
import { typedText } from './typed-text.js';

interface CommentFieldsProps {
  readonly consultation: Pick<Consultation, 'parts' | 'nameRule' | 'addressRule'>;
  readonly typed: unknown;
  readonly onPaper?: boolean;
}

/** A comment on a draft; for residents, and for staff who copy paper. */
export function CommentFields({ consultation, typed, onPaper = false }: CommentFieldsProps) {
  const { parts, nameRule, addressRule } = consultation;
  const value = (name: string): string => typedText(typed, name);
  return (
    <>
      {parts.length > 0 && (
        <Select
          name="part"
          label="案のどこへの意見か"
          prompt="全体、または決められない"
          value={value('part')}
          options={parts.map((part) => ({ value: part, label: part }))}
        />
      )}
      <TextArea name="body" label="意見" required rows={10} value={value('body')} most={LONGEST_COMMENT} />
      <Radios
        name="mayPublish"
        label="意見の公表"
        required
        hint="結果をお知らせするときに、意見の要旨を公表します。氏名や住所は載せません。"
        value={value('mayPublish')}
        options={[
          { value: 'yes', label: '公表してもよい' },
          { value: 'no', label: '公表しないでほしい' },
        ]}
      />
      {nameRule !== 'none' && (
        <TextField
          name="name"
          label="氏名"
          required={nameRule === 'required' && !onPaper}
          value={value('name')}
          autocomplete="name"
        />
      )}
      {addressRule !== 'none' && (
        <TextField
          name="address"
          label="住所"
          required={addressRule === 'required' && !onPaper}
          value={value('address')}
          autocomplete="address-line1"
        />
      )}
    </>
  );
}

/** A comment as it was typed into these fields. */
export const commentIn = (body: unknown): CommentContent => ({
  part: typedText(body, 'part'),
  body: typedText(body, 'body'),
  mayPublish: typedText(body, 'mayPublish') === 'yes',
  name: typedText(body, 'name'),
  address: typedText(body, 'address'),
});

export const commentShapeFaults = (body: unknown): Fault[] =>
  unanswered(body, 'mayPublish', 'consultations.may-publish-missing');
