namespace Radio.Migrations.MySql;

public static class Marker;
