//! The encrypted file as whoever has the key could read it: page by page, free pages and leftovers too.

use cbc::cipher::{BlockDecryptMut, KeyIvInit, block_padding::NoPadding};
use vatra_store::DataKey;

/// SQLCipher 4: pages of 4,096 bytes, each ending in an initialisation vector and a seal.
const PAGE: usize = 4096;
const RESERVED: usize = 80;
const VECTOR: usize = 16;
/// The first page begins with salt, in the clear.
const SALT: usize = 16;

/// Everything in the file, decrypted.
#[must_use]
#[allow(clippy::expect_used)]
pub fn decrypted(file: &[u8], key: &DataKey) -> Vec<u8> {
    let hex = key.hex();
    let key: Vec<u8> = (0..32)
        .map(|i| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).expect("a hexadecimal key"))
        .collect();
    let mut plain = Vec::new();
    for (number, page) in file.chunks_exact(PAGE).enumerate() {
        let from = if number == 0 { SALT } else { 0 };
        let end = PAGE - RESERVED;
        let cipher = cbc::Decryptor::<aes::Aes256>::new_from_slices(&key, &page[end..end + VECTOR])
            .expect("the lengths of a key and a vector");
        let mut content = page[from..end].to_vec();
        cipher
            .decrypt_padded_mut::<NoPadding>(&mut content)
            .expect("whole blocks");
        plain.extend(content);
    }
    plain
}

/// Whether a text stands in some bytes, in UTF-8 or in UTF-16.
#[must_use]
pub fn holds(bytes: &[u8], text: &str) -> bool {
    let utf16 = |to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect::<Vec<u8>>();
    [
        text.as_bytes().to_vec(),
        utf16(u16::to_le_bytes),
        utf16(u16::to_be_bytes),
    ]
    .iter()
    .any(|form| bytes.windows(form.len()).any(|window| window == *form))
}
