namespace Theatre.Migrations.MySql;

public static class Marker;
