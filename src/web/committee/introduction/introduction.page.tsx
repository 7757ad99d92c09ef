import { LONGEST_INTRODUCTION, type Introduction } from '../../../organizations/index.js';
import { Button, ButtonLink, ButtonRow, Checkbox, Form, TextArea, type Viewer } from '../../shared/index.js';
import { ORGANIZATION_PATH } from '../organization-path.js';

interface IntroductionProps {
  readonly viewer: Viewer;
  readonly introduction: Introduction;
}

/** One text and one consent: nothing is public before the organisation says so. */
export const IntroductionPage = ({ viewer, introduction }: IntroductionProps) => (
  <Form action={viewer.url(`${ORGANIZATION_PATH}/introduction`)} version={introduction.version}>
    <TextArea
      name="text"
      label="紹介の文"
      hint="だれが集まり、どんなことをしている団体か、これから何をしたいかを書いてください。個人の名前や電話番号は書かないでください。"
      rows={8}
      most={LONGEST_INTRODUCTION}
      value={introduction.text}
    />
    <Checkbox
      name="public"
      label="この紹介を、だれでも読めるページに載せることに同意します"
      checked={introduction.public}
    />
    <ButtonRow>
      <Button>保存する</Button>
      <ButtonLink kind="quiet" href={viewer.url(ORGANIZATION_PATH)}>
        保存せずに戻る
      </ButtonLink>
    </ButtonRow>
  </Form>
);
