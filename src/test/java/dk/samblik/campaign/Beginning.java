package dk.samblik.campaign;

/** How every case of a campaign begins: database, keys and deliveries as they were before the first night. */
record Beginning(Ground ground, KeysAtFirst keys, Nights nights) {

    void again() {
        ground.restore();
        keys.restore();
        nights.deliverAnew();
        nights.hub().social().expireTokens();
    }
}
