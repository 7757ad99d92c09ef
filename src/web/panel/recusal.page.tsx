import { Button, ButtonLink, ButtonRow, CheckAnswers, Form, Notice, TextArea, type Viewer } from '../shared/index.js';

interface RecusalProps {
  readonly viewer: Viewer;
  /** Of what the member keeps away from, below `/:town/`. */
  readonly path: string;
  readonly thing: { readonly label: string; readonly title: string };
  /** Whose it is. */
  readonly party: { readonly label: string; readonly name: string };
  /** What the member can no longer do, and what becomes of what was written. */
  readonly loses: string;
  readonly example: string;
  readonly reason: string;
}

/** 忌避: what it means, asked once, with the reason. */
export const RecusalPage = ({ viewer, path, thing, party, loses, example, reason }: RecusalProps) => (
  <>
    <CheckAnswers
      answers={[
        { label: thing.label, value: thing.title },
        { label: party.label, value: party.name },
      ]}
    />
    <Notice tone="warning" title="申し出ると、取り消せません">
      <p>{loses}</p>
    </Notice>
    <Form action={viewer.url(`${path}/recusal`)} label="忌避の申出">
      <TextArea name="reason" label="申出の理由" hint={`例：${example}`} required rows={3} value={reason} />
      <ButtonRow>
        <Button kind="danger">忌避を申し出る</Button>
        <ButtonLink kind="quiet" href={viewer.url(path)}>
          申し出ずに戻る
        </ButtonLink>
      </ButtonRow>
    </Form>
  </>
);
