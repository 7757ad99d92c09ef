import { Button, ButtonRow, DateField, Details, Form, TextArea } from '../../shared/index.js';
import { textOr } from '../../shared/typed-choice.js';

interface ReturnFormProps {
  readonly action: string;
  readonly version: number;
  /** What a refused form held. */
  readonly body: unknown;
}

/** 差戻し of what was told: what is to be put right, and by when. */
export function ReturnForm({ action, version, body }: ReturnFormProps) {
  const typed = (body ?? {}) as Readonly<Record<string, unknown>>;
  return (
    <Details summary="差し戻す" open={typeof typed['note'] === 'string'}>
      <Form action={action} version={version} label="差戻し">
        <TextArea name="note" label="直してほしい点" required rows={4} most={1000} value={textOr(typed['note'], '')} />
        <DateField name="correctBy" label="直す期限" required value={textOr(typed['correctBy'], '')} />
        <ButtonRow>
          <Button kind="secondary">差し戻す</Button>
        </ButtonRow>
      </Form>
    </Details>
  );
}
