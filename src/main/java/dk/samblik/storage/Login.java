package dk.samblik.storage;

/** How one user reaches one database. Its text hides the password. */
public record Login(String url, String user, String password) {

    /** The same user in another database of the same server. */
    public Login in(String database) {
        int path = url.indexOf('/', url.indexOf("//") + 2);
        int options = url.indexOf('?');
        return new Login(
                url.substring(0, path + 1) + database + (options < 0 ? "" : url.substring(options)), user, password);
    }

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
