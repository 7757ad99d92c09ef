import { Button, ButtonRow, Checkbox, Form, Section } from '../shared/index.js';

/** Something is taken out of the draft, or the draft itself is given up: what will happen, and one confirmation. */
export function Deletion(props: { action: string; version: number; title: string; words: string; button: string }) {
  const { action, version, title, words, button } = props;
  return (
    <Section title={title}>
      <p>{words}</p>
      <Form action={action} version={version} label={title}>
        <Checkbox name="confirmed" label="消してよいことを確かめました" required />
        <ButtonRow>
          <Button kind="danger">{button}</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}
