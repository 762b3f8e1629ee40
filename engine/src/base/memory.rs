//! Memory is taken in few large steps. Each step of a module's memory makes a browser look through everything it keeps,
//! which takes long where a page holds much, and the allocator's own steps are small.

/// Takes memory for what is about to be made, in one step.
pub fn make_room(bytes: usize) {
    if cfg!(target_family = "wasm") {
        // A block that is freed at once stays with the allocator, which never gives memory back.
        let mut room = Vec::<u8>::new();
        _ = room.try_reserve_exact(bytes);
        std::hint::black_box(&room);
    }
}
