import type { LetterPage } from '../../../consultations/index.js';
import {
  Button,
  ButtonRow,
  FieldGroup,
  Form,
  Hidden,
  Radios,
  Section,
  TextArea,
  TextField,
  type Viewer,
} from '../../shared/index.js';
import { YES_NO } from '../../shared/letter-fields.js';
import { typedOr } from './typed.js';

/** The answer, and the words in which letter and answer are published. */
export function AnswerForm({ viewer, view: { letter }, body }: { viewer: Viewer; view: LetterPage; body: unknown }) {
  const saved = letter.answer === '' ? '' : letter.publishes ? 'yes' : 'no';
  return (
    <Section title="回答の案">
      <Form action={viewer.url(`staff/voices/letters/${letter.id}/answer`)} version={letter.version} label="回答の案">
        <TextArea
          name="answer"
          label="回答"
          rows={10}
          hint="差出人に送る文です。あて名と課の名前は、自動で付きます。"
          value={typedOr(body, 'answer', letter.answer)}
        />
        {letter.mayPublish ? (
          <>
            <Radios
              name="publishes"
              label="公表"
              required
              value={typedOr(body, 'publishes', saved)}
              options={YES_NO('公表する', '公表しない')}
            />
            <FieldGroup
              legend="公表する文"
              hint="手紙を短くまとめ、氏名、住所、勤め先、家族のことなど、書いた人が分かるところを除いてください。"
            >
              <TextField
                name="publicSubject"
                label="公表する件名"
                value={typedOr(body, 'publicSubject', letter.publicSubject || letter.subject)}
              />
              <TextArea
                name="publicBody"
                label="公表する手紙の要旨"
                rows={6}
                value={typedOr(body, 'publicBody', letter.publicBody || letter.body)}
              />
              <TextArea
                name="publicAnswer"
                label="公表する回答"
                rows={6}
                hint="空のときは、回答を写してから、書いた人が分かるところを除いてください。"
                value={typedOr(body, 'publicAnswer', letter.publicAnswer || letter.answer)}
              />
            </FieldGroup>
          </>
        ) : (
          <>
            <p>差出人が公表に同意していないため、公表しません。</p>
            <Hidden name="publishes" value="no" />
          </>
        )}
        <ButtonRow>
          <Button kind="secondary">回答の案を保存する</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}
