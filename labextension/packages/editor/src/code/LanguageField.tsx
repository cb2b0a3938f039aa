/** A field for code in a language by its name, or for text that is a value of its own. */
import { useMemo, useRef, type ComponentProps } from 'react';
import { CodeField } from './CodeField';
import { languageOf } from './languages';

interface LanguageFieldProps extends Omit<ComponentProps<typeof CodeField>, 'language'> {
  name: string;
  /** What a text means: the text stays as it was typed while it means the value that came in. */
  own?: (text: string) => unknown;
}

export default function LanguageField({ name, own, value, onChange, ...rest }: LanguageFieldProps) {
  const language = useMemo(() => languageOf(name), [name]);
  const typed = useRef(value);
  // `{"a":1}` comes back indented; the user's own layout is kept while it says the same.
  const same = own && JSON.stringify(own(typed.current)) === JSON.stringify(own(value));
  if (!same) typed.current = value;
  const keep = (text: string): void => {
    typed.current = text;
    onChange(text);
  };
  return <CodeField {...rest} value={typed.current} onChange={keep} language={language} />;
}
