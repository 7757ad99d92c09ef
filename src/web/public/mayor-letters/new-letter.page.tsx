import type { LetterContent, VoiceSettings } from '../../../consultations/index.js';
import { Button, ButtonRow, CheckAnswers, Form, Hidden, Prose, Steps, type Viewer } from '../../shared/index.js';
import { LetterFields } from '../../shared/letter-fields.js';
import { RobotTrap } from '../../shared/index.js';
import { Retention } from './retention.js';

interface NewLetterProps {
  readonly viewer: Viewer;
  readonly settings: VoiceSettings;
  readonly requestId: string;
  readonly typed: unknown;
}

/** The letter's form. */
export const NewLetterPage = ({ viewer, settings, requestId, typed }: NewLetterProps) => (
  <>
    <Steps current={1} total={2} label="手紙を書く" />
    <Form action={viewer.url('mayor-letters/new')} once={requestId}>
      <LetterFields topics={settings.topics} typed={typed} />
      <RobotTrap />
      <Retention settings={settings} />
      <ButtonRow>
        <Button name="step" value="check">
          内容を確かめる
        </Button>
      </ButtonRow>
    </Form>
  </>
);

/** What was written, read once more before it is sent. */
export const CheckLetterPage = ({
  viewer,
  requestId,
  letter,
}: {
  viewer: Viewer;
  requestId: string;
  letter: LetterContent;
}) => (
  <>
    <Steps current={2} total={2} label="内容を確かめて送る" />
    <p>まだ送られていません。内容を確かめて、「この内容で送る」を押してください。</p>
    <CheckAnswers
      answers={[
        { label: '分野', value: letter.topic },
        { label: '件名', value: letter.subject },
        { label: '手紙の内容', value: <Prose text={letter.body} /> },
        { label: '回答', value: letter.wantsAnswer ? '回答がほしい' : '回答はいらない' },
        { label: '氏名', value: letter.name || '（書いていません）' },
        { label: 'メールアドレス', value: letter.mail || '（書いていません）' },
        { label: '住所', value: letter.address || '（書いていません）' },
        { label: '公表', value: letter.mayPublish ? '公表してもよい（氏名や住所は載りません）' : '公表しないでほしい' },
      ]}
    />
    <Form action={viewer.url('mayor-letters/new')} once={requestId} label="手紙を送る">
      {(['topic', 'subject', 'body', 'name', 'mail', 'address'] as const).map((name) => (
        <Hidden name={name} value={letter[name]} key={name} />
      ))}
      <Hidden name="wantsAnswer" value={letter.wantsAnswer ? 'yes' : 'no'} />
      <Hidden name="mayPublish" value={letter.mayPublish ? 'yes' : 'no'} />
      <ButtonRow>
        <Button name="step" value="send">
          この内容で送る
        </Button>
        <Button kind="secondary" name="step" value="edit">
          書き直す
        </Button>
      </ButtonRow>
    </Form>
  </>
);
