/** The bytes of pictures that a file is to carry, by their ids; a picture that is not among them is only named. */
export type Pictures = ReadonlyMap<string, Buffer>
