// What is wrong with a file's name, its size or the place it lies in? Each reason by its code, in both languages.

/** As FILE_WORDS. */
export const PLACE_WORDS = {
  'no-name': {
    en: ['The file was refused: a file must have a name.', 'Give it one that ends as its format does.'],
    zh: ['文件没有名字。', '请起一个名字，并以格式的扩展名结尾。'],
  },
  'name-is-path': {
    en: ['The file was refused: its name holds a path.', 'Send the name alone, without folders.'],
    zh: ['文件名里带有路径。', '请只给文件名，不带文件夹。'],
  },
  'name-unshowable': {
    en: ['The file was refused: its name holds characters that can’t be shown.', 'Rename it.'],
    zh: ['文件名里有无法显示的字符。', '请改名后再试。'],
  },
  'name-hidden': {
    en: ['The file was refused: its name begins with a dot.', 'Rename it.'],
    zh: ['文件名以点开头。', '请改名后再试。'],
  },
  'name-too-long': {
    en: ['The file was refused: its name is longer than {most} bytes.', 'Shorten it.'],
    zh: ['文件名超过 {most} 字节。', '请改短后再试。'],
  },
  'name-twice': {
    en: ['The file was refused: another one of this request has its name.', 'Rename one of them.'],
    zh: ['这次上传里有两个同名的文件。', '请给其中一个改名。'],
  },
  'too-large-upload': {
    en: [
      'The file has {megabytes} MB; at most {most} MB are taken.',
      'Split the file, or leave pictures and data out of it; WENBAO_UPLOAD_FILE_MB sets the limit.',
    ],
    zh: [
      '文件有 {megabytes} MB，最多接受 {most} MB。',
      '请拆开，或去掉图片和数据；上限由 WENBAO_UPLOAD_FILE_MB 设置。',
    ],
  },
  'too-large-file': {
    en: [
      'The file has {bytes} bytes, more than the limit of {most}.',
      'Split the file, or leave pictures and data out of it.',
    ],
    zh: ['文件有 {bytes} 字节，超过 {most} 字节的上限。', '请拆开，或去掉图片和数据。'],
  },
  outside: {
    en: [
      'The file lies outside the folder, or is a link out of it.',
      'Copy the file itself into the folder.',
    ],
    zh: ['文件在文件夹之外，或是指向外面的链接。', '请把文件本身复制进来。'],
  },
  'no-file': {
    en: ['A file was expected here, and something else has its name.', 'Put the file itself there.'],
    zh: ['这个名字下不是文件。', '请放入文件本身。'],
  },
  'no-permission': {
    en: ['The file may not be read (permission denied).', 'Check its permissions.'],
    zh: ['没有读取文件的权限。', '请检查文件权限。'],
  },
  unreadable: {
    en: ['The file could not be read ({detail}).', 'Check its permissions.'],
    zh: ['文件读不出来（{detail}）。', '请检查文件权限。'],
  },
  link: {
    en: [
      'The file was left out: it is a symbolic link, and links are not followed.',
      'Put the file itself there.',
    ],
    zh: ['是符号链接，没有收录。', '请放入文件本身。'],
  },
  'folder-unlisted': {
    en: ['The folder was left out: it can’t be listed.', 'Check its permissions.'],
    zh: ['文件夹无法列出，没有收录。', '请检查权限。'],
  },
  'folder-of-uploads': {
    en: ['The folder “{name}” in {root} was left out: uploads have this name.', 'Rename the folder.'],
    zh: ['{root} 里的文件夹“{name}”没有收录：这个名字留给上传的文件。', '请给文件夹改名。'],
  },
  'folder-empty': {
    en: [
      'The folder {folder} holds no report.',
      'Put reports into it ({supported}), or name another folder.',
    ],
    zh: ['文件夹 {folder} 里没有报告。', '请放入报告（{supported}），或指定别的文件夹。'],
  },
  'folder-unreadable': {
    en: ['The folder {folder} can’t be read ({detail}).', 'Check the path and the right to read it.'],
    zh: ['文件夹 {folder} 读不出来（{detail}）。', '请检查路径和读取权限。'],
  },
  'no-folder': {
    en: ['{folder} is no folder.', 'Name the folder that the report is in.'],
    zh: ['{folder} 不是文件夹。', '请指定报告所在的文件夹。'],
  },
  'nothing-learnt': {
    en: [
      'There are no reports yet, so nothing can be asked.',
      'Put reports into a folder and run `wenbao index FOLDER`, or upload them to a running `wenbao serve`.',
    ],
    zh: [
      '还没有任何报告，无法提问。',
      '请把报告放进一个文件夹并运行 wenbao index 文件夹，或启动 wenbao serve 后上传。',
    ],
  },
} as const
