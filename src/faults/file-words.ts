// Why can't a file be taken as a report? Each reason by its code, with a sentence and what to do, in both languages.

/** `{name}` stands for a value of the fault; both languages use the same ones. First the sentence, then the mend. */
export const FILE_WORDS = {
  empty: {
    en: ['The file is empty (0 bytes).', 'Check that it was copied whole.'],
    zh: ['文件是空的（0 字节）。', '请检查是否复制完整。'],
  },
  blank: {
    en: ['The file holds only blanks.', 'Check that it was copied whole.'],
    zh: ['文件里只有空白。', '请检查是否复制完整。'],
  },
  'no-report-text': {
    en: [
      'The file holds nothing but page furniture, captions and notices.',
      'Give the file that has the text itself.',
    ],
    zh: ['文件里只有页眉页脚、图注和声明，没有正文。', '请提供有正文的文件。'],
  },
  'unknown-format': {
    en: ['The file is of no format that is read here.', 'Supported: {supported}.'],
    zh: ['不支持这种文件格式。', '支持的格式：{supported}。'],
  },
  'no-text-file': {
    en: [
      "The file can't be read: it is binary, or its characters are in no known encoding (UTF-8, UTF-16, GB18030, Big5) or damaged.",
      'Save it as UTF-8 text and try again.',
    ],
    zh: [
      '文件无法读取：不是文本，或者编码无法识别（支持 UTF-8、UTF-16、GB18030、Big5）或已损坏。',
      '请另存为 UTF-8 文本后重试。',
    ],
  },
  'no-csv': {
    en: [
      "The file can't be read: it is binary, or its characters are in no known encoding.",
      'Save it as “CSV UTF-8” and try again.',
    ],
    zh: ['文件无法读取：不是文本，或者编码无法识别。', '请另存为“CSV UTF-8”后重试。'],
  },
  'no-html': {
    en: ["The file can't be read: it is no text.", 'Save the page again from the browser.'],
    zh: ['文件无法读取：不是文本。', '请在浏览器中重新保存网页。'],
  },
  damaged: {
    en: [
      "The file can't be read: it is damaged or no {format} ({detail}).",
      'Open it in the program it was made with and save it again.',
    ],
    zh: ['文件无法读取：已损坏，或者不是 {format}（{detail}）。', '请用原来的软件打开后重新保存。'],
  },
  'damaged-pdf': {
    en: [
      "The file can't be read: it is damaged or no PDF ({detail}).",
      'Open it in a PDF program and print it to a new PDF.',
    ],
    zh: ['文件无法读取：已损坏，或者不是 PDF（{detail}）。', '请用 PDF 软件打开并打印成新的 PDF。'],
  },
  'damaged-archive': {
    en: [
      "The file can't be read: its archive is damaged ({detail}).",
      'Open it in the program it was made with and save it again.',
    ],
    zh: ['文件无法读取：内部压缩包已损坏（{detail}）。', '请用原来的软件打开后重新保存。'],
  },
  'damaged-xml': {
    en: [
      "The file can't be read: a part of it is no well-formed XML ({detail}).",
      'Open it in the program it was made with and save it again.',
    ],
    zh: ['文件无法读取：其中一部分不是合法的 XML（{detail}）。', '请用原来的软件打开后重新保存。'],
  },
  'xml-entities': {
    en: ["The file can't be read: a part of it declares entities.", 'Save it again.'],
    zh: ['文件无法读取：其中声明了 XML 实体。', '请重新保存。'],
  },
  password: {
    en: ["The file can't be read: it is protected by a password.", 'Save it without a password.'],
    zh: ['文件无法读取：有密码保护。', '请去掉密码后另存。'],
  },
  'password-or-old': {
    en: [
      "The file can't be read: it is protected by a password, or of the older kind without the x of {kind}.",
      'Save it as {kind} without a password.',
    ],
    zh: ['文件无法读取：有密码保护，或者是旧格式（不带 x 的 {kind}）。', '请另存为没有密码的 {kind}。'],
  },
  'not-its-ending': {
    en: [
      "The file can't be read: it is no {kind} file, whatever its name says.",
      'Give it the ending of what it is, or save it again.',
    ],
    zh: ['文件无法读取：名字虽以 {kind} 结尾，内容却不是。', '请改成与内容相符的扩展名，或重新保存。'],
  },
  'other-ending': {
    en: [
      "The file can't be read: by its content it is a {found} file.",
      'Give it the ending of what it is, or save it again.',
    ],
    zh: ['文件无法读取：从内容看是 {found} 文件。', '请改成与内容相符的扩展名，或重新保存。'],
  },
  scanned: {
    en: [
      'The file has no text: its pages ({pages}) are pictures, as a scanner makes them.',
      'Run text recognition (OCR) on it first, and save the result as PDF with text, or as text.',
    ],
    zh: [
      '文件没有文字：{pages} 页都是图片，像是扫描件。',
      '请先做文字识别（OCR），再存成带文字的 PDF 或文本。',
    ],
  },
  'unknown-fonts': {
    en: [
      'The file has text whose fonts do not tell which characters they show.',
      'Run text recognition (OCR) on it, or give the file that it was made from.',
    ],
    zh: ['文件里的字体没有说明对应哪些文字。', '请做文字识别（OCR），或提供生成它的原文件。'],
  },
  'too-many-pages': {
    en: ['The file has {pages} pages, more than the limit of {most}.', 'Split it into several files.'],
    zh: ['文件有 {pages} 页，超过 {most} 页的上限。', '请拆成几个文件。'],
  },
  'too-much-text': {
    en: ['The file holds more than {most} characters of text.', 'Split it into several files.'],
    zh: ['文件的文字超过 {most} 个字符。', '请拆成几个文件。'],
  },
  'too-many-cells': {
    en: [
      "The file can't be read: a table of it has more than {most} cells.",
      'Split it into several tables.',
    ],
    zh: ['文件无法读取：有一张表超过 {most} 个单元格。', '请拆成几张表。'],
  },
  'too-deep': {
    en: ["The file can't be read: it is nested more than {most} deep.", 'Give only the part with the text.'],
    zh: ['文件无法读取：嵌套超过 {most} 层。', '请只保留正文部分。'],
  },
  'too-many-elements': {
    en: [
      "The file can't be read: it is over {most} elements.",
      'Give only the part with the text, or split it.',
    ],
    zh: ['文件无法读取：元素超过 {most} 个。', '请只保留正文部分，或拆成几个文件。'],
  },
  'too-many-parts': {
    en: [
      "The file can't be read: its archive has {parts} parts, more than the limit of {most}.",
      'Open it in the program it was made with and save it again.',
    ],
    zh: ['文件无法读取：内部有 {parts} 个部件，超过 {most} 个的上限。', '请用原来的软件打开后重新保存。'],
  },
  'unpacks-too-large': {
    en: [
      "The file can't be read: it would unpack to more than the limit of {most} bytes.",
      'Open it in the program it was made with and save it again.',
    ],
    zh: ['文件无法读取：解压后超过 {most} 字节的上限。', '请用原来的软件打开后重新保存。'],
  },
  'unpacks-too-much': {
    en: [
      "The file can't be read: a part of it would unpack to {ratio} times its size, more than the limit of {most}.",
      'Open it in the program it was made with and save it again.',
    ],
    zh: [
      '文件无法读取：其中一部分解压后是原来的 {ratio} 倍，超过 {most} 倍的上限。',
      '请用原来的软件打开后重新保存。',
    ],
  },
  encrypted: {
    en: ["The file can't be read: it is encrypted.", 'Save it without a password.'],
    zh: ['文件无法读取：已加密。', '请去掉密码后另存。'],
  },
  'forbidden-part': {
    en: [
      "The file can't be read: a part of its archive has a forbidden name.",
      'Open it in the program it was made with and save it again.',
    ],
    zh: ['文件无法读取：内部有部件的名字不合规定。', '请用原来的软件打开后重新保存。'],
  },
  'takes-memory': {
    en: [
      'The file takes more than {megabytes} MB of memory to read; it was given up.',
      'Save it again without pictures and data, split it, or give its text.',
    ],
    zh: [
      '读取文件要用 {megabytes} MB 以上的内存，已放弃。',
      '请去掉图片和数据后另存，或拆开，或提供纯文本。',
    ],
  },
  'takes-time': {
    en: [
      'The file takes more than {seconds} seconds to read; it was given up.',
      'Save it again without pictures and data, split it, or give its text.',
    ],
    zh: ['读取文件要用 {seconds} 秒以上，已放弃。', '请去掉图片和数据后另存，或拆开，或提供纯文本。'],
  },
  'crashes-parser': {
    en: [
      'The file makes its parser crash ({signal}); it was given up.',
      'Save it again without pictures and data, split it, or give its text.',
    ],
    zh: ['读取文件时解析程序崩溃（{signal}），已放弃。', '请去掉图片和数据后另存，或拆开，或提供纯文本。'],
  },
} as const
