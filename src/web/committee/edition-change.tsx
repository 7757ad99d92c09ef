import type { ApplicationDraft } from '../../applications/index.js';
import { Button, ButtonRow, Details, Form, Notice, Prose, type Viewer } from '../shared/index.js';
import { EditionChangesView } from '../shared/edition-changes.js';
import { applicationUrl } from './application-words.js';

interface EditionChangeProps {
  readonly viewer: Viewer;
  readonly draft: ApplicationDraft;
}

/** A newer edition came while the application was being written: what it changed, and what found no place in it. */
export function EditionChange(props: EditionChangeProps) {
  return (
    <>
      <Changed {...props} />
      <LeftBehind {...props} />
    </>
  );
}

function Changed({ viewer, draft: { application, editionChanges } }: EditionChangeProps) {
  if (application.knownVersionId === null) return null;
  return (
    <Notice tone="warning" title="申請書が新しい版に変わりました">
      <p>これまでに入力した内容は、新しい版に引き継いであります。変わったところを確かめてください。</p>
      {editionChanges.length > 0 && (
        <Details summary="変わったところを見る" open>
          <EditionChangesView parts={editionChanges} level={3} />
        </Details>
      )}
      <Form action={applicationUrl(viewer, application.id, 'edition-changes/notice')} label="変わったところ">
        <ButtonRow>
          <Button kind="secondary" small>
            確かめたので、このお知らせを消す
          </Button>
        </ButtonRow>
      </Form>
    </Notice>
  );
}

function LeftBehind({ viewer, draft: { application, document, draftFiles, leftovers } }: EditionChangeProps) {
  const asked = new Set(document.form.flatMap(({ questions }) => questions.map(({ id }) => id)));
  const files = draftFiles.filter(({ kind }) => !asked.has(kind));
  if (leftovers.length === 0 && files.length === 0) return null;
  return (
    <Notice tone="info" title="前の版での回答">
      <p>新しい申請書に欄がなくなった回答です。要る部分は、新しい欄に写してください。</p>
      {leftovers.map(({ section, label, text, writtenBy }) => (
        <div key={`${section}${label}${text}`}>
          <p>
            <strong>
              {section}：{label}
            </strong>
            <span class="hint">（{writtenBy}）</span>
          </p>
          <Prose text={text} />
        </div>
      ))}
      {files.length > 0 && (
        <ul>
          {files.map(({ id, label, name, sha256 }) => (
            <li key={id}>
              {label}：<a href={applicationUrl(viewer, application.id, `files/${sha256}`)}>{name}</a>
              （新しい申請書では求められていません）
            </li>
          ))}
        </ul>
      )}
      {leftovers.length > 0 && (
        <Form action={applicationUrl(viewer, application.id, 'edition-changes/leftovers')} label="前の版での回答">
          <ButtonRow>
            <Button kind="secondary" small>
              写し終えたので、この回答を消す
            </Button>
          </ButtonRow>
        </Form>
      )}
    </Notice>
  );
}
